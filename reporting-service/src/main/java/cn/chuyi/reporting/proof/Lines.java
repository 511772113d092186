package cn.chuyi.reporting.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;

/** JSON, one value a line, every line ended. */
final class Lines {
    private Lines() {}

    static byte[] write(List<?> values) {
        var text = new StringBuilder();
        for (Object value : values) {
            try {
                text.append(Json.mapper().writeValueAsString(value)).append('\n');
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("cannot write " + value.getClass(), e);
            }
        }
        return text.toString().getBytes(UTF_8);
    }

    /** @throws FlawException naming the first line that is not such a value */
    static <T> List<T> read(byte[] content, Class<T> shape, Flaw flaw, String file) {
        String text = new String(content, UTF_8);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw new FlawException(flaw, file + " ends within a line");
        }
        var values = new ArrayList<T>();
        for (String line : text.lines().toList()) {
            try {
                T value = Json.mapper().readValue(line, shape);
                if (value == null) {
                    throw new FlawException(flaw, file + " line " + (values.size() + 1) + " is null");
                }
                values.add(value);
            } catch (JsonProcessingException e) {
                throw new FlawException(
                        flaw, file + " line " + (values.size() + 1) + " cannot be read: " + e.getOriginalMessage());
            }
        }
        return values;
    }
}
