@NullMarked
package cn.chuyi.reporting;

import org.jspecify.annotations.NullMarked;
