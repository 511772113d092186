package cn.chuyi.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Facts as records, written and read as JSON under names that are written out here and are never class names.
 *
 * <p>A consumer declares records of just the fields it uses; what it does not declare is ignored. A component without
 * {@link Nullable} must be present, in nested records too.
 */
public final class JsonEventCodec<E> implements EventCodec<E> {
    private static final String ESCAPED_NUL = "\\u0000";

    private final Map<String, Class<? extends E>> classes;
    private final Map<Class<?>, String> types = new LinkedHashMap<>();

    private JsonEventCodec(Map<String, Class<? extends E>> classes) {
        this.classes = Map.copyOf(classes);
        classes.forEach((type, shape) -> types.put(shape, type));
    }

    /** Starts a codec; {@code prefix} goes before every name, for example {@code chuyi.registry.}. */
    public static <E> Builder<E> of(Class<E> root, String prefix) {
        return new Builder<>(root, prefix);
    }

    /** Collects names. */
    public static final class Builder<E> {
        private final Class<E> root;
        private final String prefix;
        private final Map<String, Class<? extends E>> classes = new LinkedHashMap<>();

        private Builder(Class<E> root, String prefix) {
            this.root = root;
            this.prefix = prefix;
        }

        public Builder<E> add(String name, Class<? extends E> shape) {
            if (classes.put(prefix + name, shape) != null) {
                throw new IllegalArgumentException("named twice: " + prefix + name);
            }
            return this;
        }

        /**
         * The codec.
         *
         * @throws IllegalStateException when a record of the sealed root has no name
         */
        public JsonEventCodec<E> build() {
            var nameless = leaves(root)
                    .filter(leaf -> !classes.containsValue(leaf))
                    .map(Class::getSimpleName)
                    .toList();
            if (!nameless.isEmpty()) {
                throw new IllegalStateException("facts without a wire name: " + nameless);
            }
            return new JsonEventCodec<>(classes);
        }
    }

    /** All types of this codec and their records. */
    public Map<String, Class<? extends E>> types() {
        return classes;
    }

    @Override
    public String type(E event) {
        String type = types.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException("no wire name for " + event.getClass());
        }
        return type;
    }

    @Override
    public String encode(E event) {
        try {
            return Json.mapper().writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + event.getClass(), e);
        }
    }

    @Override
    public boolean knows(String type) {
        return classes.containsKey(type);
    }

    @Override
    public E decode(String type, String json) {
        Class<? extends E> shape = classes.get(type);
        if (shape == null) {
            throw new IllegalArgumentException("unknown type " + type);
        }
        E event = parse(type, shape, json);
        String absent = Presence.missing(event);
        if (absent != null) {
            throw new UnreadableEventException(type + " lacks " + absent, null);
        }
        if (json.contains(ESCAPED_NUL) && Texts.holdNul(event)) {
            throw new UnreadableEventException(type + " has a text with U+0000, which no database keeps", null);
        }
        return event;
    }

    private E parse(String type, Class<? extends E> shape, String json) {
        try {
            E event = Json.mapper().readValue(json, shape);
            if (event == null) {
                throw new UnreadableEventException(type + " is null", null);
            }
            return event;
        } catch (JsonProcessingException e) {
            throw new UnreadableEventException(type + ": " + e.getOriginalMessage(), e);
        }
    }

    private static Stream<Class<?>> leaves(Class<?> root) {
        Class<?>[] permitted = root.getPermittedSubclasses();
        return permitted == null ? Stream.of(root) : Arrays.stream(permitted).flatMap(JsonEventCodec::leaves);
    }
}
