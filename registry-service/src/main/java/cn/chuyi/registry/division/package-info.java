/** Administrative divisions (行政区划) with their dated names and codes, and the tree that decides who is below whom. */
@NullMarked
package cn.chuyi.registry.division;

import org.jspecify.annotations.NullMarked;
