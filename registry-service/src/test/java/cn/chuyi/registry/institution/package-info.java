/** Rules and contract of the feature. */
@NullMarked
package cn.chuyi.registry.institution;

import org.jspecify.annotations.NullMarked;
