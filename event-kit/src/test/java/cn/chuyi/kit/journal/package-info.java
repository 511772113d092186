@NullMarked
package cn.chuyi.kit.journal;

import org.jspecify.annotations.NullMarked;
