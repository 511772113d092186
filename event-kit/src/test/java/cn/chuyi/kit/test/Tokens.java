package cn.chuyi.kit.test;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Access tokens as the suite's realm issues them, signed with the key of the tests' own provider. */
public final class Tokens {
    private static final String AUDIENCE = "chuyi-api";

    private static final Map<Holder, String> MADE = new ConcurrentHashMap<>();

    private Tokens() {}

    private record Holder(String subject, @Nullable String division, List<String> roles) {}

    /** A valid token; the same one for the same caller, as signing takes longer than most requests. */
    public static String of(String subject, @Nullable String division, String... roles) {
        return MADE.computeIfAbsent(
                new Holder(subject, division, List.of(roles)),
                _ -> token(AUDIENCE, Duration.ofHours(2), subject, division, roles));
    }

    /** A token for another system. */
    public static String otherAudience(String subject, @Nullable String division, String... roles) {
        return token("some-other-api", Duration.ofMinutes(30), subject, division, roles);
    }

    /** A valid token that is over soon. */
    public static String brief(Duration left, String subject, @Nullable String division, String... roles) {
        return token(AUDIENCE, left, subject, division, roles);
    }

    /** A token that is over. */
    public static String expired(String subject, @Nullable String division, String... roles) {
        return token(AUDIENCE, Duration.ofMinutes(-5), subject, division, roles);
    }

    private static String token(
            String audience, Duration left, String subject, @Nullable String division, String... roles) {
        var now = Instant.now(java.time.Clock.systemUTC());
        var builder = Jwt.issuer(ConfigProvider.getConfig().getValue("OIDC_AUTH_SERVER_URL", String.class))
                .subject(subject)
                .claim("preferred_username", subject)
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .audience(audience)
                .issuedAt(now.minus(Duration.ofHours(1)))
                .expiresAt(now.plus(left));
        if (division != null) {
            builder.claim("division", division);
        }
        return builder.jws().keyId(MiniOidc.KEY_ID).sign(MiniOidc.KEYS.getPrivate());
    }
}
