package cn.chuyi.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a list that were asked for, as one HQL condition. */
public final class Filter {
    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> parameters = new HashMap<>();

    /** Adds a condition on the parameter {@code name}, unless its value is absent. */
    public Filter and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add("(" + condition + ")");
            parameters.put(name, value);
        }
        return this;
    }

    public String condition() {
        return String.join(" and ", conditions);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
