package cn.chuyi.kit.http;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The first answers, kept for a week. What fails is unchecked, as a checked exception would not undo the transaction. */
@ApplicationScoped
class IdempotencyKeys {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final List<String> HEADERS = List.of("ETag", "Location", Answer.POSITION);

    private static final String KEEP = """
            insert into idempotency_key (caller, key, fingerprint, created_at, status, headers, body)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::integer[], ?::jsonb[], ?::text[])
            on conflict do nothing""";
    private static final String SWEEP = "delete from idempotency_key where created_at < any(?::timestamptz[])";

    private final DataSource database;
    private final Clock clock;
    private final AtomicReference<LocalDate> swept = new AtomicReference<>(LocalDate.EPOCH);

    IdempotencyKeys(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A request with a key.
     *
     * @param caller subject of its token
     * @param fingerprint hex SHA-256 of method, path, parameters and body
     */
    record Use(String caller, String key, String fingerprint) {

        /** That of an invocation; absent when the request has no key. */
        static @Nullable Use of(InvocationContext invocation) {
            return (Use) invocation.getContextData().get(Use.class.getName());
        }

        /** Lets the interceptors after this one know it. */
        void handTo(InvocationContext invocation) {
            invocation.getContextData().put(Use.class.getName(), this);
        }
    }

    /**
     * A first answer.
     *
     * @param body JSON text; absent when the answer had none
     */
    record Kept(
            String fingerprint,
            int status,
            Map<String, String> headers,
            @Nullable String body) {}

    /**
     * Keeps a first answer with whatever else the running transaction writes. It is expected that there is none to this key;
     * a concurrent request with the same one is waited for.
     *
     * @param body JSON text; absent when the answer has none
     */
    void keep(Use use, Response response, @Nullable String body, Writes writes) {
        sweep(writes);
        writes.expect(KEEP, List.<@Nullable Object[]>of(new @Nullable Object[] {
            use.caller(), use.key(), use.fingerprint(), clock.instant(), response.getStatus(), headers(response), body
        }));
    }

    private static String headers(Response response) {
        var headers = new LinkedHashMap<String, String>();
        for (String name : HEADERS) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        try {
            return Json.mapper().writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers that cannot be written", e);
        }
    }

    /**
     * The first answer to a key; absent when there is none.
     *
     * @throws IllegalStateException when that cannot be found out
     */
    @Nullable
    Kept kept(Use use) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select fingerprint, status, headers, body from idempotency_key where caller = ? and key = ?")) {
            select.setString(1, use.caller());
            select.setString(2, use.key());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                var headers = Json.mapper().readValue(row.getString(3), new TypeReference<Map<String, String>>() {});
                return new Kept(row.getString(1), row.getInt(2), headers, row.getString(4));
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot read the answer to key " + use.key(), e);
        }
    }

    private void sweep(Writes writes) {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(swept.getAndSet(today))) {
            writes.later(SWEEP, List.<@Nullable Object[]>of(new @Nullable Object[] {
                clock.instant().minus(KEPT)
            }));
        }
    }
}
