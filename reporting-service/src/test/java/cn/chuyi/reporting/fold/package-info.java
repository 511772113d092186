@NullMarked
package cn.chuyi.reporting.fold;

import org.jspecify.annotations.NullMarked;
