@NullMarked
package cn.chuyi.reporting.export;

import org.jspecify.annotations.NullMarked;
