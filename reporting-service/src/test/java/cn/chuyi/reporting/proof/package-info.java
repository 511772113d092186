@NullMarked
package cn.chuyi.reporting.proof;

import org.jspecify.annotations.NullMarked;
