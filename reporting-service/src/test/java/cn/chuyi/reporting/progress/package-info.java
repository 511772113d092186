@NullMarked
package cn.chuyi.reporting.progress;

import org.jspecify.annotations.NullMarked;
