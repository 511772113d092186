/** One unit in one cycle: values, review, findings and the way to its published result. */
@NullMarked
package cn.chuyi.assessment.cases;

import org.jspecify.annotations.NullMarked;
