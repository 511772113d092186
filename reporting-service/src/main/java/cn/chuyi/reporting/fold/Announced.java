package cn.chuyi.reporting.fold;

import cn.chuyi.reporting.fold.ReportingFact.MeasureChanged;
import cn.chuyi.reporting.fold.ReportingFact.ScoreSealed;
import cn.chuyi.reporting.ledger.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The last announcement of each measure and the sealed editions, so that many units are compared with one statement. */
public final class Announced {
    private static final String MEASURES =
            "select stream, indicator, version, payload from announced where stream = any(?)";
    private static final String EDITIONS = "select stream, edition, version from sealed where stream = any(?)";
    private static final String REMEMBER_MEASURE = """
            insert into announced (stream, indicator, version, payload) values (?, ?, ?, ?)
            on conflict (stream, indicator) do update set version = excluded.version, payload = excluded.payload""";
    private static final String REMEMBER_EDITION =
            "insert into sealed (stream, edition, version, digest) values (?, ?, ?, ?) on conflict do nothing";
    private static final String MEASURE_CHANGED = "chuyi.reporting.measure-changed.v1";

    private final Sql sql;

    public Announced(Sql sql) {
        this.sql = sql;
    }

    /**
     * What a stream holds.
     *
     * @param version number of its facts
     * @param measures the last announcement, by indicator
     */
    record History(long version, Map<String, MeasureChanged> measures, Set<Integer> editions) {
        static final History NONE = new History(0, Map.of(), Set.of());

        private static History empty() {
            return new History(0, new HashMap<>(), new HashSet<>());
        }

        private History at(long version) {
            return version > this.version ? new History(version, measures, editions) : this;
        }
    }

    Map<String, History> of(Collection<String> streams) {
        var found = new HashMap<String, History>();
        sql.each(
                MEASURES,
                row -> {
                    var history = found.getOrDefault(row.getString(1), History.empty())
                            .at(row.getLong(3));
                    history.measures().put(row.getString(2), parse(row.getString(4)));
                    found.put(row.getString(1), history);
                },
                streams);
        sql.each(
                EDITIONS,
                row -> {
                    var history = found.getOrDefault(row.getString(1), History.empty())
                            .at(row.getLong(3));
                    history.editions().add(row.getInt(2));
                    found.put(row.getString(1), history);
                },
                streams);
        return found;
    }

    /** Facts that were appended to a stream after {@code version}. */
    public record Appended(String stream, long version, List<ReportingFact> facts) {}

    /** Takes in what was appended. */
    public void remember(Collection<Appended> appended) {
        var measures = new ArrayList<@Nullable Object[]>();
        var editions = new ArrayList<@Nullable Object[]>();
        for (var one : appended) {
            long next = one.version();
            for (var fact : one.facts()) {
                next++;
                switch (fact) {
                    case MeasureChanged f ->
                        measures.add(
                                new @Nullable Object[] {one.stream(), f.indicator(), next, ReportingFact.CODEC.encode(f)
                                });
                    case ScoreSealed f ->
                        editions.add(new @Nullable Object[] {one.stream(), f.edition(), next, f.digest()});
                }
            }
        }
        sql.batch(REMEMBER_MEASURE, measures);
        sql.batch(REMEMBER_EDITION, editions);
    }

    private static MeasureChanged parse(String payload) {
        return (MeasureChanged) ReportingFact.CODEC.decode(MEASURE_CHANGED, payload);
    }
}
