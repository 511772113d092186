/** The smallest service that uses the whole kit: notes are written, published, and read back from the topic. */
@NullMarked
package cn.chuyi.kit.note;

import org.jspecify.annotations.NullMarked;
