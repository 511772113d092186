@NullMarked
package cn.chuyi.reporting.rebuild.memory;

import org.jspecify.annotations.NullMarked;
