package cn.chuyi.kit.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, stable while rows arrive.
 *
 * @param next opaque cursor of the following part; absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }
}
