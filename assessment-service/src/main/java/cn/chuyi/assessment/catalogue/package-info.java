/** Indicator catalogues: drafted, checked, frozen. */
@NullMarked
package cn.chuyi.assessment.catalogue;

import org.jspecify.annotations.NullMarked;
