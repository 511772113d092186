@NullMarked
package cn.chuyi.kit.merkle;

import org.jspecify.annotations.NullMarked;
