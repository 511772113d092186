package cn.chuyi.reporting.fold;

import cn.chuyi.reporting.fold.ReportingFact.MeasureChanged;
import cn.chuyi.reporting.fold.ReportingFact.RestatementProposalWithdrawn;
import cn.chuyi.reporting.fold.ReportingFact.RestatementProposed;
import cn.chuyi.reporting.fold.ReportingFact.ScoreSealed;
import cn.chuyi.reporting.ledger.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The last announcement of each measure and proposal and the sealed editions, so that many units are compared with one statement. */
public final class Announced {
    private static final String MEASURES =
            "select stream, indicator, version, payload from announced where stream = any(?)";
    private static final String EDITIONS = "select stream, edition, version from sealed where stream = any(?)";
    private static final String PROPOSALS = "select stream, version, payload from proposed where stream = any(?)";
    private static final String REMEMBER_MEASURE = """
            insert into announced (stream, indicator, version, payload)
            select * from unnest(?::text[], ?::text[], ?::bigint[], ?::text[])
            on conflict (stream, indicator) do update set version = excluded.version, payload = excluded.payload""";
    private static final String REMEMBER_EDITION = """
            insert into sealed (stream, edition, version, digest)
            select * from unnest(?::text[], ?::int[], ?::bigint[], ?::text[]) on conflict do nothing""";
    private static final String REMEMBER_PROPOSAL = """
            insert into proposed (stream, version, payload)
            select * from unnest(?::text[], ?::bigint[], ?::text[])
            on conflict (stream) do update set version = excluded.version, payload = excluded.payload""";
    private static final String MEASURE_CHANGED = "chuyi.reporting.measure-changed.v1";
    private static final String RESTATEMENT_PROPOSED = "chuyi.reporting.restatement-proposed.v1";

    private final Sql sql;

    public Announced(Sql sql) {
        this.sql = sql;
    }

    /**
     * What a stream holds.
     *
     * @param version number of its facts
     * @param measures the last announcement, by indicator
     * @param proposal the last one; absent when there is none or it was withdrawn
     */
    record History(
            long version,
            Map<String, MeasureChanged> measures,
            Set<Integer> editions,
            @Nullable RestatementProposed proposal) {
        static final History NONE = new History(0, Map.of(), Set.of(), null);

        private static History empty() {
            return new History(0, new HashMap<>(), new HashSet<>(), null);
        }

        /** What the stream holds after facts were appended to it. */
        History after(Appended appended) {
            var measures = new HashMap<>(this.measures);
            var editions = new HashSet<>(this.editions);
            var proposal = this.proposal;
            for (var fact : appended.facts()) {
                switch (fact) {
                    case MeasureChanged f -> measures.put(f.indicator(), f);
                    case ScoreSealed f -> editions.add(f.edition());
                    case RestatementProposed f -> proposal = f;
                    case RestatementProposalWithdrawn _ -> proposal = null;
                }
            }
            return new History(appended.version() + appended.facts().size(), measures, editions, proposal);
        }

        private History at(long version) {
            return new History(Math.max(version, this.version), measures, editions, proposal);
        }

        private History with(@Nullable RestatementProposed proposal) {
            return new History(version, measures, editions, proposal);
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
        sql.each(
                PROPOSALS,
                row -> found.put(
                        row.getString(1),
                        found.getOrDefault(row.getString(1), History.empty())
                                .at(row.getLong(2))
                                .with(proposal(row.getString(3)))),
                streams);
        return found;
    }

    /** Facts that were appended to a stream after {@code version}. */
    public record Appended(String stream, long version, List<ReportingFact> facts) {}

    /** Takes in what was appended, each stream's in its order; written {@link Sql#later}. */
    public void remember(Collection<Appended> appended) {
        var measures = new LinkedHashMap<List<String>, @Nullable Object[]>();
        var editions = new ArrayList<@Nullable Object[]>();
        var proposals = new LinkedHashMap<String, @Nullable Object[]>();
        for (var one : appended) {
            long next = one.version();
            for (var fact : one.facts()) {
                next++;
                switch (fact) {
                    case MeasureChanged f ->
                        measures.put(List.of(one.stream(), f.indicator()), new @Nullable Object[] {
                            one.stream(), f.indicator(), next, ReportingFact.CODEC.encode(f)
                        });
                    case ScoreSealed f ->
                        editions.add(new @Nullable Object[] {one.stream(), f.edition(), next, f.digest()});
                    case RestatementProposed f ->
                        proposals.put(
                                one.stream(),
                                new @Nullable Object[] {one.stream(), next, ReportingFact.CODEC.encode(f)});
                    case RestatementProposalWithdrawn _ ->
                        proposals.put(one.stream(), new @Nullable Object[] {one.stream(), next, null});
                }
            }
        }
        sql.later(REMEMBER_MEASURE, measures.values());
        sql.later(REMEMBER_EDITION, editions);
        sql.later(REMEMBER_PROPOSAL, proposals.values());
    }

    private static MeasureChanged parse(String payload) {
        return (MeasureChanged) ReportingFact.CODEC.decode(MEASURE_CHANGED, payload);
    }

    private static @Nullable RestatementProposed proposal(@Nullable String payload) {
        return payload == null ? null : (RestatementProposed) ReportingFact.CODEC.decode(RESTATEMENT_PROPOSED, payload);
    }
}
