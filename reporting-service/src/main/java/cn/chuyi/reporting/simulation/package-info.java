/**
 * What would be under other rules: changed weights, targets, bands and exclusions, another catalogue, and how firm ranks
 * stand when weights waver. Nothing of it is kept.
 */
@NullMarked
package cn.chuyi.reporting.simulation;

import org.jspecify.annotations.NullMarked;
