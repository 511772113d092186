/** The command that verifies what the suite gives away, with nothing of it running. */
@NullMarked
package cn.chuyi.verify;

import org.jspecify.annotations.NullMarked;
