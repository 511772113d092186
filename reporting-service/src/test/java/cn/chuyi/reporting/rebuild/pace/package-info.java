@NullMarked
package cn.chuyi.reporting.rebuild.pace;

import org.jspecify.annotations.NullMarked;
