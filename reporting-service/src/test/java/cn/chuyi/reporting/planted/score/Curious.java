package cn.chuyi.reporting.planted.score;

import cn.chuyi.reporting.planted.fact.Impure;

/** Scores by what it reads itself. */
record Curious(Impure fact) {}
