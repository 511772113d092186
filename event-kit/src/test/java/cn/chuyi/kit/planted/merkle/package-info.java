@NullMarked
package cn.chuyi.kit.planted.merkle;

import org.jspecify.annotations.NullMarked;
