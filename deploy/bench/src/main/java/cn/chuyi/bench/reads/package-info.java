/** What the reporting service answers to many who ask, in peace, beside a rebuild, and when it simulates. */
@NullMarked
package cn.chuyi.bench.reads;

import org.jspecify.annotations.NullMarked;
