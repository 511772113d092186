@NullMarked
package cn.chuyi.reporting.rebuild.course;

import org.jspecify.annotations.NullMarked;
