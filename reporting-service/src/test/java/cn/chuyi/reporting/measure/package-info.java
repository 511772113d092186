@NullMarked
package cn.chuyi.reporting.measure;

import org.jspecify.annotations.NullMarked;
