@NullMarked
package cn.chuyi.assessment.measure;

import org.jspecify.annotations.NullMarked;
