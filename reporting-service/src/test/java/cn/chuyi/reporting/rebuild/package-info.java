@NullMarked
package cn.chuyi.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
