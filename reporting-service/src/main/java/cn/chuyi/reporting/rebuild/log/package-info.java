/** Reads topics with plain consumers side by side, and judges each record as the live reader does, in memory. */
@NullMarked
package cn.chuyi.reporting.rebuild.log;

import org.jspecify.annotations.NullMarked;
