package cn.chuyi.reporting.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The table of facts. Rows are only added; each stream and version is there once. */
public final class Ledger {
    private static final String SELECT = "select " + Recorded.COLUMNS + " from fact ";

    private final Sql sql;

    public Ledger(Sql sql) {
        this.sql = sql;
    }

    public void append(Collection<Recorded> facts) {
        sql.copy(
                "fact (" + Recorded.COLUMNS + ")",
                facts.stream().map(Recorded::row).toList());
    }

    /**
     * The facts of these streams, each stream's in its order.
     *
     * @param asOf facts recorded later are left out; absent for all
     */
    public Map<String, List<Recorded>> streams(Collection<String> streams, @Nullable Instant asOf) {
        var found = new LinkedHashMap<String, List<Recorded>>();
        if (!streams.isEmpty()) {
            sql.each(
                    SELECT + "where stream = any(?) and recorded <= coalesce(?::timestamptz, 'infinity')"
                            + " order by stream, version",
                    row -> add(found, Recorded.of(row)),
                    streams,
                    asOf);
        }
        return found;
    }

    public List<Recorded> stream(String stream, @Nullable Instant asOf) {
        return streams(List.of(stream), asOf).getOrDefault(stream, List.of());
    }

    /** Walks all streams of a kind, for example {@code institution-}, one chunk of whole streams at a time. */
    public void walk(String prefix, int chunk, @Nullable Instant asOf, Consumer<Map<String, List<Recorded>>> taker) {
        var after = prefix;
        while (true) {
            var streams = sql.list(
                    "select distinct stream from fact where stream > ? and stream < ? order by stream limit ?",
                    row -> row.getString(1),
                    after,
                    prefix + "~",
                    chunk);
            if (streams.isEmpty()) {
                return;
            }
            taker.accept(streams(streams, asOf));
            after = streams.getLast();
        }
    }

    private static void add(Map<String, List<Recorded>> found, Recorded recorded) {
        found.computeIfAbsent(recorded.stream(), _ -> new ArrayList<>()).add(recorded);
    }
}
