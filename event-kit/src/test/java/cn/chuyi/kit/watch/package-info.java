@NullMarked
package cn.chuyi.kit.watch;

import org.jspecify.annotations.NullMarked;
