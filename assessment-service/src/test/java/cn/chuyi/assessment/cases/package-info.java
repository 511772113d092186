@NullMarked
package cn.chuyi.assessment.cases;

import org.jspecify.annotations.NullMarked;
