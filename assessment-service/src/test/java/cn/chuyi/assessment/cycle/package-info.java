@NullMarked
package cn.chuyi.assessment.cycle;

import org.jspecify.annotations.NullMarked;
