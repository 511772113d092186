/** Where settings come from besides the usual places. */
@NullMarked
package cn.chuyi.kit.config;

import org.jspecify.annotations.NullMarked;
