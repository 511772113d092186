package cn.chuyi.kit.http;

import cn.chuyi.kit.journal.Origin;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who asks, by the token of the request. */
@RequestScoped
public class Caller {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern TRACE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final SecurityIdentity identity;
    private final RoutingContext request;
    private @Nullable String correlationId;

    Caller(SecurityIdentity identity, RoutingContext request) {
        this.identity = identity;
        this.request = request;
    }

    public boolean anonymous() {
        return identity.isAnonymous();
    }

    /** Opaque subject of the token; absent for an anonymous caller. */
    public @Nullable String subject() {
        return token() instanceof JsonWebToken token ? token.getSubject() : null;
    }

    /** Realm roles; empty for an anonymous caller. */
    public Set<String> roles() {
        return identity.getRoles();
    }

    /** Code of the division that the caller acts for; absent when the token has none. */
    public @Nullable String division() {
        return token() instanceof JsonWebToken token ? token.getClaim("division") : null;
    }

    /** The caller's own {@code X-Correlation-Id}, or a new one. */
    public String correlationId() {
        if (correlationId == null) {
            String given = request.request().getHeader("X-Correlation-Id");
            correlationId = given != null && CORRELATION.matcher(given).matches()
                    ? given
                    : UUID.randomUUID().toString();
        }
        return correlationId;
    }

    Origin origin() {
        return new Origin(subject(), correlationId(), null, traceparent());
    }

    private @Nullable JsonWebToken token() {
        return identity.getPrincipal() instanceof JsonWebToken token ? token : null;
    }

    private String traceparent() {
        String given = request.request().getHeader("traceparent");
        return given != null && TRACE.matcher(given).matches() ? given : "00-" + random(16) + "-" + random(8) + "-00";
    }

    private static String random(int bytes) {
        var some = new byte[bytes];
        RANDOM.nextBytes(some);
        return HexFormat.of().formatHex(some);
    }
}
