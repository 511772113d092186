/** The yearly procedure as data: steps, works, time limits and the working days they count. Pure. */
@NullMarked
package cn.chuyi.assessment.procedure;

import org.jspecify.annotations.NullMarked;
