@NullMarked
package cn.chuyi.kit;

import org.jspecify.annotations.NullMarked;
