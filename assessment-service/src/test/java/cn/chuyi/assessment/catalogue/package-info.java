@NullMarked
package cn.chuyi.assessment.catalogue;

import org.jspecify.annotations.NullMarked;
