@NullMarked
package cn.chuyi.reporting.score;

import org.jspecify.annotations.NullMarked;
