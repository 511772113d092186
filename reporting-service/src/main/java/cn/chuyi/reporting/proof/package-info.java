/**
 * A result that proves itself: what is in its package, how it is checked, and the score once more from its events
 * alone. Pure, no clock, no database, no framework: the same classes write a package and verify it.
 */
@NullMarked
package cn.chuyi.reporting.proof;

import org.jspecify.annotations.NullMarked;
