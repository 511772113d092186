package cn.chuyi.registry;

import cn.chuyi.kit.event.Json;
import com.fasterxml.jackson.core.JsonProcessingException;

/** The jsonb column of a query row. */
public final class Documents {
    private Documents() {}

    public static String write(Object page) {
        try {
            return Json.mapper().writeValueAsString(page);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + page.getClass(), e);
        }
    }

    public static <T> T read(String document, Class<T> shape) {
        try {
            return Json.mapper().readValue(document, shape);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a query row of an unknown shape, " + shape, e);
        }
    }
}
