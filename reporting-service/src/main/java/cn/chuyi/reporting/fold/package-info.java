/** Keeps measures, scores and editions equal to the facts, and announces what changes. */
@NullMarked
package cn.chuyi.reporting.fold;

import org.jspecify.annotations.NullMarked;
