/**
 * The journal's signed root: from time to time a service publishes the Merkle root over its hash chain, so that nobody,
 * the service neither, can rewrite what was before. The records and their checks are pure; a verifier uses them alone.
 */
@NullMarked
package cn.chuyi.kit.anchor;

import org.jspecify.annotations.NullMarked;
