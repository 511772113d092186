@NullMarked
package cn.chuyi.planted.here;

import org.jspecify.annotations.NullMarked;
