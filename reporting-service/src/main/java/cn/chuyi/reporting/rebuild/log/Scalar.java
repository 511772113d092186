package cn.chuyi.reporting.rebuild.log;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
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
    Object read(JsonParser json, JsonToken token) throws IOException;

    /** Of a type that only the live codec can read. */
    Scalar NONE = (_, _) -> null;

    Map<Class<?>, Scalar> KNOWN = Map.of(
            String.class, (json, token) -> token == JsonToken.VALUE_STRING ? Texts.of(json) : null,
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
            return shape == null ? NONE : (json, token) -> token == JsonToken.START_OBJECT ? shape.read(json) : null;
        }
        return KNOWN.getOrDefault(type, NONE);
    }

    static Scalar listOf(Class<?> type) {
        var item = of(type);
        return item == NONE ? NONE : (json, token) -> token == JsonToken.START_ARRAY ? list(json, item) : null;
    }

    private static @Nullable Object list(JsonParser json, Scalar item) throws IOException {
        var list = new ArrayList<Object>();
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            var value = item.read(json, token);
            if (value == null) {
                return null;
            }
            list.add(value);
        }
        return list;
    }

    private static Scalar constant(Class<?> type) {
        var byName = Stream.of(type.getEnumConstants())
                .map(Enum.class::cast)
                .collect(Collectors.toMap(Enum::name, Function.identity()));
        return (json, token) -> token == JsonToken.VALUE_STRING ? byName.get(Texts.of(json)) : null;
    }

    private static @Nullable Object date(JsonParser json, JsonToken token) throws IOException {
        var text = token == JsonToken.VALUE_STRING ? Texts.of(json) : null;
        return text == null ? null : Numbers.date(text);
    }

    private static @Nullable Object integer(JsonParser json, JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT
                ? (Object) json.getIntValue()
                : null;
    }

    private static @Nullable Object big(JsonParser json, JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                ? (Object) json.getLongValue()
                : null;
    }

    private static @Nullable Object truth(JsonParser json, JsonToken token) {
        return token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE
                ? (Object) (token == JsonToken.VALUE_TRUE)
                : null;
    }

    private static @Nullable Object decimal(JsonParser json, JsonToken token) throws IOException {
        return token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT
                ? Numbers.decimal(json.getTextCharacters(), json.getTextOffset(), json.getTextLength())
                : null;
    }
}
