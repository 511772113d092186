/**
 * Merkle trees as in RFC 6962 and RFC 9162: a root over a list that only grows, the proof that an entry is in it, and
 * the proof that a later list extends an earlier one. No clock, no database, no framework.
 */
@NullMarked
package cn.chuyi.kit.merkle;

import org.jspecify.annotations.NullMarked;
