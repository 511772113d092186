/** Scores and boards: kept by the projections, sealed at publication, explained and read over HTTP. */
@NullMarked
package cn.chuyi.reporting.board;

import org.jspecify.annotations.NullMarked;
