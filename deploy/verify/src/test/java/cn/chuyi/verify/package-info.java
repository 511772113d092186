@NullMarked
package cn.chuyi.verify;

import org.jspecify.annotations.NullMarked;
