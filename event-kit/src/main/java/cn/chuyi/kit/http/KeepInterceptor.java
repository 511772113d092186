package cn.chuyi.kit.http;

import cn.chuyi.kit.http.IdempotencyKeys.Use;
import cn.chuyi.kit.journal.Delayed;
import cn.chuyi.kit.journal.Journal;
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
 * Runs inside the transaction that {@code @Transactional} began: appends what waits, and keeps the answer with it; or has all
 * of it undone when it rests on what no longer holds, or there is an answer already.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class KeepInterceptor {
    private final Journal journal;
    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    KeepInterceptor(Journal journal, IdempotencyKeys keys, ObjectMapper json) {
        this.journal = journal;
        this.keys = keys;
        this.json = json;
    }

    @AroundInvoke
    Object keep(InvocationContext invocation) throws Exception {
        if (invocation.getContextData().get(Delayed.class.getName()) instanceof Delayed delayed) {
            journal.delay(delayed);
        }
        Use use = Use.of(invocation);
        if (use == null) {
            var answer = invocation.proceed();
            journal.end(_ -> {});
            return answer;
        }
        var response = (Response) invocation.proceed();
        String body = body(response);
        journal.end(writes -> keys.keep(use, response, body, writes));
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
