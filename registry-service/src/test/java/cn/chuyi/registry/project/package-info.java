/** Rules and contract of the feature. */
@NullMarked
package cn.chuyi.registry.project;

import org.jspecify.annotations.NullMarked;
