/** Folding a topic exactly once: cursor, parking, sequence. */
@NullMarked
package cn.chuyi.kit.reader;

import org.jspecify.annotations.NullMarked;
