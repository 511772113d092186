package cn.chuyi.kit.http;

import cn.chuyi.kit.database.Outage;
import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.IdempotencyKeys.Kept;
import cn.chuyi.kit.http.IdempotencyKeys.Use;
import cn.chuyi.kit.journal.Delayed;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Runs outside of the transaction that {@code @Transactional} begins: a command that failed may be the repeat of one that
 * was carried out, and is then answered as that one was; or it went on as if what was remembered held, which may be why it
 * failed, and is then carried out once more on what is there.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class ReplayInterceptor {
    private static final int LONGEST = 200;

    private final RoutingContext request;
    private final Caller caller;
    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    ReplayInterceptor(RoutingContext request, Caller caller, IdempotencyKeys keys, ObjectMapper json) {
        this.request = request;
        this.caller = caller;
        this.keys = keys;
        this.json = json;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        String key = request.request().getHeader("Idempotency-Key");
        invocation.getContextData().put(Delayed.class.getName(), new Delayed());
        if (key == null) {
            return proceed(invocation, null);
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw new ProblemException(
                    400,
                    "IDEMPOTENCY_KEY_MALFORMED",
                    new Text("Idempotency-Key 须为 1 到 200 个字符。", "An Idempotency-Key has 1 to 200 characters."),
                    new Text("请为每次操作生成一个新的 UUID。", "Make a new UUID for every operation."),
                    null);
        }
        var use = new Use(String.valueOf(caller.subject()), key, fingerprint(invocation.getParameters()));
        use.handTo(invocation);
        return proceed(invocation, use);
    }

    private Object proceed(InvocationContext invocation, @Nullable Use use) throws Exception {
        try {
            return invocation.proceed();
        } catch (Exception failure) {
            if (Outage.behind(failure)) {
                throw failure;
            }
            Kept kept = use == null ? null : kept(use, failure);
            if (use != null && kept != null) {
                return replay(kept, use.fingerprint());
            }
            if (invocation.getContextData().remove(Delayed.class.getName()) instanceof Delayed delayed
                    && delayed.waits()) {
                return proceed(invocation, use);
            }
            throw failure;
        }
    }

    /** A look that fails outranks what led to it: whether the command was carried out before is not known then. */
    private @Nullable Kept kept(Use use, Exception failure) {
        try {
            return keys.kept(use);
        } catch (IllegalStateException unknown) {
            unknown.addSuppressed(failure);
            throw unknown;
        }
    }

    private static Response replay(Kept kept, String fingerprint) {
        if (!kept.fingerprint().equals(fingerprint)) {
            throw new ProblemException(
                    422,
                    "IDEMPOTENCY_KEY_REUSED",
                    new Text("该 Idempotency-Key 已用于内容不同的请求。", "This Idempotency-Key was used for another request."),
                    new Text(
                            "同一操作重试请保持内容不变；新的操作请换新的键。",
                            "Repeat with the same body, or use a new key for a new operation."),
                    null);
        }
        var answer = Response.status(kept.status()).header("Idempotency-Replayed", "true");
        kept.headers().forEach(answer::header);
        return kept.body() == null
                ? answer.build()
                : answer.entity(kept.body())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    private String fingerprint(Object[] parameters) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update((request.request().method() + " " + request.normalizedPath()).getBytes(StandardCharsets.UTF_8));
        for (Object parameter : parameters) {
            if (parameter == null
                    || parameter instanceof Record
                    || parameter instanceof CharSequence
                    || parameter instanceof Number) {
                digest.update((byte) 0);
                digest.update(json.writeValueAsBytes(parameter));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
