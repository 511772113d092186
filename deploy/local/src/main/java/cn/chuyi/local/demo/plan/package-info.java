/** What the demo year consists of: pure data, made from a seed, the same each time. */
@NullMarked
package cn.chuyi.local.demo.plan;

import org.jspecify.annotations.NullMarked;
