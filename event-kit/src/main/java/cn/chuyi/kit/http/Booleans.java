package cn.chuyi.kit.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters that are true or false, and refuses anything else. What the JDK makes of a mistyped {@code true} is
 * {@code false}, which is the opposite of what was asked for. An empty one does not come here: like any query parameter
 * that is empty it counts as left out.
 */
@Provider
class Booleans implements ParamConverterProvider {

    /** What is neither true nor false. */
    static final class NoBooleanException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        NoBooleanException(String value) {
            super("neither true nor false: \"" + value + '"');
        }
    }

    private static final ParamConverter<Boolean> CONVERTER = new ParamConverter<>() {
        @Override
        public Boolean fromString(String value) {
            return switch (value) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new NoBooleanException(value);
            };
        }

        @Override
        public String toString(Boolean value) {
            return value.toString();
        }
    };

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return isBoolean(type) ? (ParamConverter<T>) CONVERTER : null;
    }

    static boolean isBoolean(Class<?> type) {
        return type == Boolean.class || type == boolean.class;
    }
}
