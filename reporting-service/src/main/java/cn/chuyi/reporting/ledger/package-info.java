/**
 * The truth that everything is derived from: the set of facts by stream and version, and the few tables that find one
 * unit's facts without a scan. Every class works on a given connection, so that a rebuild can fill a side schema with
 * the same code.
 */
@NullMarked
package cn.chuyi.reporting.ledger;

import org.jspecify.annotations.NullMarked;
