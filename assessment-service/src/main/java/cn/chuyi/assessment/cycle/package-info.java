/** One year's supervision of a programme: notice, limits, closure, publication. */
@NullMarked
package cn.chuyi.assessment.cycle;

import org.jspecify.annotations.NullMarked;
