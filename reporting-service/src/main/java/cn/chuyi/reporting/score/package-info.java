/**
 * How a year's score is computed: one pure function, the same for the provisional score, the official one and a rebuild.
 * No framework, no clock, no database. All numbers are decimals.
 */
@NullMarked
package cn.chuyi.reporting.score;

import org.jspecify.annotations.NullMarked;
