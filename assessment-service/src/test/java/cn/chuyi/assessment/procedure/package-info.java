@NullMarked
package cn.chuyi.assessment.procedure;

import org.jspecify.annotations.NullMarked;
