package cn.chuyi.kit.http;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit 1 to 500
 * @param after the key of the last row of the part before; absent for the first part
 */
public record PageRequest(int limit, @Nullable String after) {}
