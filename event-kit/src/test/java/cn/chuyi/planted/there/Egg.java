package cn.chuyi.planted.there;

import cn.chuyi.planted.here.Chicken;
import org.jspecify.annotations.Nullable;

/** The other half. */
public record Egg(@Nullable Chicken of) {}
