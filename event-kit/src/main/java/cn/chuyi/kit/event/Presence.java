package cn.chuyi.kit.event;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a fact that was read has everything that must be there: each component without {@link Nullable}. */
final class Presence {
    /** What reflection says of a record is looked up once a class: every fact that is ever read comes by here. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> shape) {
            return Arrays.stream(shape.getRecordComponents()).map(Part::of).toList();
        }
    };

    private Presence() {}

    private record Part(String name, Method accessor, boolean optional) {
        static Part of(RecordComponent component) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return new Part(component.getName(), accessor, optional);
        }

        @Nullable
        Object of(Record row) {
            try {
                return accessor.invoke(row);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + accessor, e);
            }
        }
    }

    /** JSON pointer of the first component that must be there and is not; absent when all is there. */
    static @Nullable String missing(Object value) {
        return switch (value) {
            case List<?> list -> missing(list);
            case Record row -> missing(row);
            default -> null;
        };
    }

    private static @Nullable String missing(List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            String found = item == null ? "" : missing(item);
            if (found != null) {
                return "/" + i + found;
            }
        }
        return null;
    }

    private static @Nullable String missing(Record row) {
        for (Part part : PARTS.get(row.getClass())) {
            Object value = part.of(row);
            String found = value != null ? missing(value) : part.optional() ? null : "";
            if (found != null) {
                return "/" + part.name() + found;
            }
        }
        return null;
    }
}
