@NullMarked
package cn.chuyi.reporting.rebuild.log;

import org.jspecify.annotations.NullMarked;
