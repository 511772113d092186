package cn.chuyi.kit.http;

import cn.chuyi.kit.event.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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

    private final DataSource database;
    private final Clock clock;
    private final AtomicReference<LocalDate> swept = new AtomicReference<>(LocalDate.EPOCH);

    IdempotencyKeys(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
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

    /** True when the key is new. A concurrent request with the same key is waited for. */
    boolean claim(String caller, String key, String fingerprint) {
        try (Connection connection = database.getConnection()) {
            sweep(connection);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into idempotency_key (caller, key, fingerprint, created_at)
                    values (?, ?, ?, ?) on conflict do nothing""")) {
                insert.setString(1, caller);
                insert.setString(2, key);
                insert.setString(3, fingerprint);
                insert.setTimestamp(4, Timestamp.from(clock.instant()));
                return insert.executeUpdate() == 1;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot claim key " + key, e);
        }
    }

    void keep(String caller, String key, Response response, @Nullable String body) {
        var headers = new LinkedHashMap<String, String>();
        for (String name : HEADERS) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update idempotency_key set status = ?, headers = ?::jsonb, body = ? where caller = ? and key = ?")) {
            update.setInt(1, response.getStatus());
            update.setString(2, Json.mapper().writeValueAsString(headers));
            update.setString(3, body);
            update.setString(4, caller);
            update.setString(5, key);
            update.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot keep the answer to key " + key, e);
        }
    }

    Kept kept(String caller, String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select fingerprint, status, headers, body from idempotency_key where caller = ? and key = ?")) {
            select.setString(1, caller);
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("a claimed key vanished: " + key);
                }
                var headers = Json.mapper().readValue(row.getString(3), new TypeReference<Map<String, String>>() {});
                return new Kept(row.getString(1), row.getInt(2), headers, row.getString(4));
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot read the answer to key " + key, e);
        }
    }

    private void sweep(Connection connection) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        if (today.equals(swept.getAndSet(today))) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement("delete from idempotency_key where created_at < ?")) {
            delete.setTimestamp(1, Timestamp.from(clock.instant().minus(KEPT)));
            delete.executeUpdate();
        }
    }
}
