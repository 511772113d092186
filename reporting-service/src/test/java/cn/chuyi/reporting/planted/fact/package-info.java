@NullMarked
package cn.chuyi.reporting.planted.fact;

import org.jspecify.annotations.NullMarked;
