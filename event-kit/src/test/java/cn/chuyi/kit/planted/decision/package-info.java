@NullMarked
package cn.chuyi.kit.planted.decision;

import org.jspecify.annotations.NullMarked;
