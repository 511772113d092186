/** The whole suite with its demo year, shared by the benchmarks that ask it something. */
@NullMarked
package cn.chuyi.bench.suite;

import org.jspecify.annotations.NullMarked;
