package cn.chuyi.reporting.rebuild.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record straight off its JSON: the fields that it declares are taken, all others passed over, and no tree
 * is built. What the record looks like is looked up once, not for each fact.
 *
 * <p>It is strict: where the live codec would have to convert, complain or fill in, it answers nothing.
 */
final class Shape {
    /** Once for all rebuilds: what is compiled for the constructors then holds for the next one too. */
    private static final ClassValue<Optional<Shape>> SHAPES = new ClassValue<>() {
        @Override
        protected Optional<Shape> computeValue(Class<?> type) {
            return Optional.ofNullable(shape(type));
        }
    };

    private final MethodHandle constructor;
    private final byte[][] names;
    private final Field[] fields;

    /** @param optional whether it may be absent or null */
    private record Field(Scalar scalar, boolean optional) {}

    private Shape(MethodHandle constructor, List<String> names, List<Field> fields) {
        this.constructor = constructor;
        this.names = names.stream().map(name -> name.getBytes(UTF_8)).toArray(byte[][]::new);
        this.fields = fields.toArray(Field[]::new);
    }

    /** @return absent when the record holds something that only the live codec can read */
    static @Nullable Shape of(Class<?> type) {
        return SHAPES.get(type).orElse(null);
    }

    private static @Nullable Shape shape(Class<?> type) {
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

    /** @return absent when it is not sure; the object is what comes next, and is passed then */
    @Nullable
    Object read(Scan json) {
        return read(json, null);
    }

    /** @param used is told what is taken of the object, and no more of others; absent when nobody asks */
    @Nullable
    Object read(Scan json, @Nullable Used used) {
        if (used != null) {
            used.begin();
        }
        var values = new @Nullable Object[fields.length];
        if (!json.take('{')) {
            return null;
        }
        if (!json.take('}')) {
            int entered = json.enter();
            if (!members(json, values, entered, used)) {
                return null;
            }
            json.leave(entered);
        }
        return complete(values) ? make(values) : null;
    }

    /** A field mostly comes behind the one that is declared before it. */
    private boolean members(Scan json, @Nullable Object[] values, int entered, @Nullable Used used) {
        long met = 0;
        int place = -1;
        do {
            if (!json.name()) {
                return false;
            }
            int found = place(json, place + 1);
            int from = json.from() - 1;
            if (found < 0) {
                if (!json.once(entered) || !json.skip()) {
                    return false;
                }
                if (used != null) {
                    used.passOver();
                }
            } else if ((met & 1L << found) != 0 || !field(json, values, found)) {
                return false;
            } else {
                met |= 1L << found;
                place = found;
                if (used != null) {
                    used.take(from, json.at());
                }
            }
        } while (json.take(','));
        return json.take('}');
    }

    private boolean field(Scan json, @Nullable Object[] values, int place) {
        if (json.isNull()) {
            return fields[place].optional();
        }
        values[place] = fields[place].scalar().read(json);
        return values[place] != null;
    }

    /** @return -1 when the record does not declare it */
    private int place(Scan json, int likely) {
        for (int i = 0; i < names.length; i++) {
            int place = likely + i < names.length ? likely + i : likely + i - names.length;
            if (json.is(names[place])) {
                return place;
            }
        }
        return -1;
    }

    private boolean complete(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !fields[i].optional()) {
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
