package cn.chuyi.reporting.rebuild.log;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one value of a field. */
interface Scalar {

    /** @return absent when it is not sure */
    @Nullable
    Object read(Scan json);

    /** Of a type that only the live codec can read. */
    Scalar NONE = _ -> null;

    Map<Class<?>, Scalar> KNOWN = Map.of(
            String.class, json -> json.string() ? json.text() : null,
            int.class, Scalar::integer,
            Integer.class, Scalar::integer,
            long.class, Scalar::big,
            boolean.class, Scalar::truth,
            Boolean.class, Scalar::truth,
            BigDecimal.class, Scalar::decimal,
            LocalDate.class, Scalar::date);

    static Scalar of(Class<?> type) {
        if (type.isEnum()) {
            return constant(type);
        }
        if (type.isRecord()) {
            var shape = Shape.of(type);
            return shape == null ? NONE : shape::read;
        }
        return KNOWN.getOrDefault(type, NONE);
    }

    static Scalar listOf(Class<?> type) {
        var item = of(type);
        return item == NONE ? NONE : json -> list(json, item);
    }

    private static @Nullable Object list(Scan json, Scalar item) {
        if (!json.take('[')) {
            return null;
        }
        var list = new ArrayList<Object>(1);
        if (json.take(']')) {
            return list;
        }
        do {
            var value = item.read(json);
            if (value == null) {
                return null;
            }
            list.add(value);
        } while (json.take(','));
        return json.take(']') ? list : null;
    }

    private static Scalar constant(Class<?> type) {
        var byName = Stream.of(type.getEnumConstants())
                .map(Enum.class::cast)
                .collect(Collectors.toMap(Enum::name, Function.identity()));
        return json -> json.string() ? byName.get(json.text()) : null;
    }

    private static @Nullable Object date(Scan json) {
        return json.string() ? Numbers.date(json.bytes(), json.from(), json.end()) : null;
    }

    private static @Nullable Object integer(Scan json) {
        return json.integer() && json.number() == (int) json.number() ? (Object) (int) json.number() : null;
    }

    private static @Nullable Object big(Scan json) {
        return json.integer() ? (Object) json.number() : null;
    }

    private static @Nullable Object truth(Scan json) {
        return json.isTrue() ? Boolean.TRUE : json.isFalse() ? Boolean.FALSE : null;
    }

    private static @Nullable Object decimal(Scan json) {
        boolean sure = json.next() == '"' ? json.string() : json.integer();
        return sure ? Numbers.decimal(json.bytes(), json.from(), json.end()) : null;
    }
}
