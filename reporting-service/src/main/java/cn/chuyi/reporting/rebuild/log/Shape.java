package cn.chuyi.reporting.rebuild.log;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record straight off a JSON parser: the fields that it declares are taken, all others passed over, and no tree
 * is built. What the record looks like is looked up once, not for each fact.
 *
 * <p>It is strict: where the live codec would have to convert, complain or fill in, it answers nothing.
 */
final class Shape {
    private final MethodHandle constructor;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Field> fields;

    /** @param optional whether it may be absent or null */
    private record Field(Scalar scalar, boolean optional) {}

    private Shape(MethodHandle constructor, List<String> names, List<Field> fields) {
        this.constructor = constructor;
        this.fields = List.copyOf(fields);
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
    }

    /** @return absent when the record holds something that only the live codec can read */
    static @Nullable Shape of(Class<?> type) {
        var components = type.getRecordComponents();
        if (components == null) {
            return null;
        }
        var fields = Arrays.stream(components).map(Shape::field).toList();
        return fields.stream().anyMatch(field -> field.scalar() == Scalar.NONE)
                ? null
                : new Shape(
                        constructor(type, components),
                        Arrays.stream(components).map(RecordComponent::getName).toList(),
                        fields);
    }

    private static Field field(RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        var type = component.getType();
        if (type == List.class
                && component.getAnnotatedType() instanceof AnnotatedParameterizedType list
                && list.getAnnotatedActualTypeArguments()[0].getType() instanceof Class<?> item) {
            return new Field(Scalar.listOf(item), optional);
        }
        return new Field(Scalar.of(type), optional);
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a fact without a public constructor: " + type, e);
        }
    }

    /** @return absent when it is not sure; the parser stands at the object's first token and then at its last */
    @Nullable
    Object read(JsonParser json) throws IOException {
        var values = new @Nullable Object[fields.size()];
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var place = places.get(json.currentName());
            var token = json.nextToken();
            if (place == null) {
                json.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                var value = fields.get(place).scalar().read(json, token);
                if (value == null) {
                    return null;
                }
                values[place] = value;
            }
        }
        return complete(values) ? make(values) : null;
    }

    private boolean complete(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !fields.get(i).optional()) {
                return false;
            }
        }
        return true;
    }

    private Object make(@Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact((Object[]) values);
        } catch (Throwable e) {
            throw new IllegalStateException("a fact that does not want its fields", e);
        }
    }
}
