/** Rules and contract of the feature. */
@NullMarked
package cn.chuyi.registry.division;

import org.jspecify.annotations.NullMarked;
