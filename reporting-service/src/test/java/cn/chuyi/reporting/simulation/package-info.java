@NullMarked
package cn.chuyi.reporting.simulation;

import org.jspecify.annotations.NullMarked;
