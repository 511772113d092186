/**
 * Reads topics side by side, to a known end, and judges each record as the live reader does, in memory: off the bytes of
 * the broker's batches where it is as relays write it, else as an object.
 */
@NullMarked
package cn.chuyi.reporting.rebuild.log;

import org.jspecify.annotations.NullMarked;
