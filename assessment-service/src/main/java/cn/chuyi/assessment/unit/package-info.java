/** Which divisions there are, as the registry says. */
@NullMarked
package cn.chuyi.assessment.unit;

import org.jspecify.annotations.NullMarked;
