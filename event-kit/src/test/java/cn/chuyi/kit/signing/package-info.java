@NullMarked
package cn.chuyi.kit.signing;

import org.jspecify.annotations.NullMarked;
