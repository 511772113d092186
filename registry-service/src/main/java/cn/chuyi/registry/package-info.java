@NullMarked
package cn.chuyi.registry;

import org.jspecify.annotations.NullMarked;
