@NullMarked
package cn.chuyi.kit.anchor;

import org.jspecify.annotations.NullMarked;
