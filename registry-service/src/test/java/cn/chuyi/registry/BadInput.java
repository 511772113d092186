package cn.chuyi.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Each kind of bad input is answered with what is wrong, where, and what to do; and nothing is written. */
abstract class BadInput {

    @Inject
    Journalled journalled;

    @BeforeEach
    void ground() {
        Register.ground();
    }

    /** The same body with one field changed, or left out. */
    static Map<String, Object> with(Map<String, Object> body, String field, @Nullable Object value) {
        var next = new LinkedHashMap<>(body);
        if (value == null) {
            next.remove(field);
        } else {
            next.put(field, value);
        }
        return next;
    }

    void bad(int status, String code, @Nullable String pointer, Supplier<Response> request) {
        String before = journalled.soFar();
        Response answer = request.get();
        String told = answer.asString();
        assertThat(answer.statusCode()).as(told).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).as(told).isEqualTo(code);
        assertThat(answer.<String>path("detail")).isNotBlank();
        assertThat(answer.<String>path("remedy")).isNotBlank();
        if (pointer != null) {
            assertThat(answer.<List<String>>path("errors.pointer")).as(told).contains(pointer);
        }
        assertThat(journalled.soFar()).as("written in spite of " + code).isEqualTo(before);
    }
}
