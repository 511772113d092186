/** Scores and boards over HTTP: who may see which, how fresh, how complete, and why. */
@NullMarked
package cn.chuyi.reporting.board;

import org.jspecify.annotations.NullMarked;
