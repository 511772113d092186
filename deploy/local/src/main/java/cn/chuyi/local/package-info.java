@NullMarked
package cn.chuyi.local;

import org.jspecify.annotations.NullMarked;
