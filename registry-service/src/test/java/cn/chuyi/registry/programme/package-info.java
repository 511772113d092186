/** Rules and contract of the feature. */
@NullMarked
package cn.chuyi.registry.programme;

import org.jspecify.annotations.NullMarked;
