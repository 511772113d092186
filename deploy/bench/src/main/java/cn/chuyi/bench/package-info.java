/** Measures what the suite promises about speed and memory, and says where a promise is broken. */
@NullMarked
package cn.chuyi.bench;

import org.jspecify.annotations.NullMarked;
