package cn.chuyi.kit.http;

import static cn.chuyi.kit.http.VerifiedTokens.LONGEST;
import static cn.chuyi.kit.http.VerifiedTokens.MOST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A token that was good once must not be good for ever. */
class VerifiedTokensTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource time = now::get;
    private final VerifiedTokens<String> tokens = new VerifiedTokens<>(time.withZone(ZoneOffset.UTC));

    @Test
    void a_token_is_known_until_it_expires() {
        tokens.keep("a", "ada", START.plusSeconds(10));

        assertThat(tokens.of("a")).isEqualTo("ada");
        now.set(START.plusSeconds(10).minusNanos(1));
        assertThat(tokens.of("a")).isEqualTo("ada");
        now.set(START.plusSeconds(10));
        assertThat(tokens.of("a")).isNull();
    }

    @Test
    void a_token_is_verified_anew_after_a_minute_however_long_it_lasts() {
        tokens.keep("a", "ada", START.plus(Duration.ofHours(2)));

        now.set(START.plus(LONGEST).minusNanos(1));
        assertThat(tokens.of("a")).isEqualTo("ada");
        now.set(START.plus(LONGEST));
        assertThat(tokens.of("a")).isNull();
    }

    @Test
    void an_expired_token_is_never_known() {
        tokens.keep("a", "ada", START.minusSeconds(1));

        assertThat(tokens.of("a")).isNull();
    }

    @Test
    void another_token_is_another_caller() {
        tokens.keep("a", "ada", START.plusSeconds(10));
        tokens.keep("b", "bob", START.plusSeconds(10));

        assertThat(tokens.of("a")).isEqualTo("ada");
        assertThat(tokens.of("b")).isEqualTo("bob");
        assertThat(tokens.of("ab")).isNull();
    }

    @Test
    void of_too_many_the_one_that_was_not_asked_for_longest_is_forgotten() {
        tokens.keep("first", "ada", START.plusSeconds(10));
        tokens.keep("second", "bob", START.plusSeconds(10));
        for (int i = 2; i < MOST; i++) {
            tokens.keep("t" + i, "x", START.plusSeconds(10));
        }
        assertThat(tokens.of("first")).isEqualTo("ada");

        tokens.keep("one more", "eve", START.plusSeconds(10));

        assertThat(tokens.of("first")).isEqualTo("ada");
        assertThat(tokens.of("second")).isNull();
    }
}
