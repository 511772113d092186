@NullMarked
package cn.chuyi.local.suite;

import org.jspecify.annotations.NullMarked;
