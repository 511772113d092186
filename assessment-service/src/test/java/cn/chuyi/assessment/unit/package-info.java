@NullMarked
package cn.chuyi.assessment.unit;

import org.jspecify.annotations.NullMarked;
