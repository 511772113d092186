package cn.chuyi.kit.http;

import cn.chuyi.kit.http.IdempotencyKeys.Use;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Runs inside the transaction that {@code @Transactional} began: keeps the answer with what was written, or has all of it
 * undone when there is an answer already.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class KeepInterceptor {
    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    KeepInterceptor(IdempotencyKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** Rolls the transaction back; {@link ReplayInterceptor} answers. */
    private static final class KeyTakenException extends RuntimeException {
        private static final long serialVersionUID = 1;

        KeyTakenException() {
            super("the Idempotency-Key was used before", null, false, false);
        }
    }

    @AroundInvoke
    Object keep(InvocationContext invocation) throws Exception {
        Use use = Use.of(invocation);
        if (use == null) {
            return invocation.proceed();
        }
        var response = (Response) invocation.proceed();
        String body = body(response);
        if (!keys.keep(use, response, body)) {
            throw new KeyTakenException();
        }
        return body == null
                ? response
                : Response.fromResponse(response)
                        .entity(body)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    private @Nullable String body(Response response) {
        try {
            return response.getEntity() == null ? null : json.writeValueAsString(response.getEntity());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that cannot be written", e);
        }
    }
}
