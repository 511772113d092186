@NullMarked
package cn.chuyi.reporting.board;

import org.jspecify.annotations.NullMarked;
