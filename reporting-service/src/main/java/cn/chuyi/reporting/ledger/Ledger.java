package cn.chuyi.reporting.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The facts, page by page. Pages are only added; each stream and version is there once. Live folding makes a page of
 * what a batch brings of a stream, a rebuild larger ones.
 */
public final class Ledger {
    private static final String PAGES = "select stream, facts from page where stream = any(?) order by stream, version";

    private static final String INSERT = """
            insert into page (stream, version, facts) select * from unnest(?::text[], ?::bigint[], ?::bytea[])""";

    /** A COPY is read and planned anew each time, and takes a round trip more: for so few rows INSERT is the faster one. */
    private static final int FEW = 50;

    private static final ReadPages READ = new ReadPages(2 << 20);

    /** Pages of a stream that ever moved between partitions may reach into each other. */
    private static final Comparator<Recorded> IN_ORDER = Comparator.comparingLong(Recorded::version);

    private final Sql sql;

    public Ledger(Sql sql) {
        this.sql = sql;
    }

    /** @param facts each stream's in its order */
    public void append(Collection<Recorded> facts) {
        var streams = new LinkedHashMap<String, List<Recorded>>();
        facts.forEach(fact -> add(streams, fact));
        var rows = new ArrayList<@Nullable Object[]>();
        streams.forEach((stream, all) ->
                rows.add(new @Nullable Object[] {stream, all.getFirst().version(), Page.of(all)}));
        if (rows.size() > FEW) {
            sql.copy("page (stream, version, facts)", rows);
        } else {
            sql.later(INSERT, rows);
        }
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
                    PAGES,
                    row -> READ.of(row.getString(1), row.getBytes(2)).stream()
                            .filter(fact -> asOf == null || !fact.recorded().isAfter(asOf))
                            .forEach(fact -> add(found, fact)),
                    streams);
            found.values().forEach(facts -> facts.sort(IN_ORDER));
        }
        return found;
    }

    public List<Recorded> stream(String stream, @Nullable Instant asOf) {
        return streams(List.of(stream), asOf).getOrDefault(stream, List.of());
    }

    /**
     * The facts of one stream's pages, in their order.
     *
     * @param pages all of the stream
     */
    public static List<Recorded> facts(String stream, Collection<byte[]> pages) {
        return pages.stream()
                .flatMap(page -> READ.of(stream, page).stream())
                .sorted(IN_ORDER)
                .toList();
    }

    /** Walks all streams of a kind, for example {@code institution-}, one chunk of whole streams at a time. */
    public void walk(String prefix, int chunk, @Nullable Instant asOf, Consumer<Map<String, List<Recorded>>> taker) {
        var after = prefix;
        while (true) {
            var streams = sql.list(
                    "select distinct stream from page where stream > ? and stream < ? order by stream limit ?",
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
