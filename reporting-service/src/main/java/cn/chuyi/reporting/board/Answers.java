package cn.chuyi.reporting.board;

import cn.chuyi.kit.event.Json;
import cn.chuyi.reporting.ledger.Snapshots;
import cn.chuyi.reporting.ledger.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers as JSON. One that was given before is given again while the rows that it was made of are the same, which is
 * looked up each time; so nothing old is ever answered.
 */
@ApplicationScoped
class Answers {
    private static final long MOST_BYTES = 4 << 20;

    private final Snapshots snapshots;
    private final Map<String, byte[]> given = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    Answers(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @param now tells the rows of this answer, and the answer from any other; absent when nothing tells, or when they are
     *     hardly those of before
     * @param within the same within a snapshot
     * @param view the whole answer, within that snapshot
     */
    byte[] of(Supplier<@Nullable String> now, Function<Sql, @Nullable String> within, Function<Sql, Object> view) {
        var fingerprint = now.get();
        var known = fingerprint == null ? null : known(fingerprint);
        return known != null ? known : snapshots.read(sql -> within(sql, within.apply(sql), view));
    }

    private byte[] within(Sql sql, @Nullable String fingerprint, Function<Sql, Object> view) {
        var known = fingerprint == null ? null : known(fingerprint);
        return known != null ? known : keep(fingerprint, json(view.apply(sql)));
    }

    static Response response(byte[] json) {
        return Response.ok(json, MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .build();
    }

    private synchronized byte @Nullable [] known(String fingerprint) {
        return given.get(fingerprint);
    }

    private synchronized byte[] keep(@Nullable String fingerprint, byte[] answer) {
        if (fingerprint != null && given.put(fingerprint, answer) == null) {
            bytes += answer.length;
        }
        for (var oldest = given.entrySet().iterator(); bytes > MOST_BYTES && oldest.hasNext(); oldest.remove()) {
            bytes -= oldest.next().getValue().length;
        }
        return answer;
    }

    static byte[] json(Object view) {
        try {
            return Json.mapper().writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write an answer", e);
        }
    }
}
