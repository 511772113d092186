/** Keeps measures, scores and editions equal to the facts, and announces, a moment later, what has changed. */
@NullMarked
package cn.chuyi.reporting.fold;

import org.jspecify.annotations.NullMarked;
