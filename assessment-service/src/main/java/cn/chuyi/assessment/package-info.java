@NullMarked
package cn.chuyi.assessment;

import org.jspecify.annotations.NullMarked;
