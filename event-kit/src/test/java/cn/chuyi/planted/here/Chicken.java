package cn.chuyi.planted.here;

import cn.chuyi.planted.there.Egg;

/** One half of a cycle of features. */
public record Chicken(Egg from) {}
