package cn.chuyi.reporting.board;

import cn.chuyi.reporting.board.Explanation.Leaf;
import cn.chuyi.reporting.board.ProposalView.Correction;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorVerified;
import cn.chuyi.reporting.fold.Assessor.Inputs;
import cn.chuyi.reporting.fold.CaseFile;
import cn.chuyi.reporting.fold.CaseFile.Publication;
import cn.chuyi.reporting.fold.Catalogues;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.fold.ScoreTables.Row;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Divisions;
import cn.chuyi.reporting.ledger.Grounds;
import cn.chuyi.reporting.ledger.Grounds.Ground;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.InvalidInputException;
import cn.chuyi.reporting.score.Item;
import cn.chuyi.reporting.score.Item.State;
import cn.chuyi.reporting.score.Level;
import cn.chuyi.reporting.score.Measure;
import cn.chuyi.reporting.score.Ranking;
import cn.chuyi.reporting.score.Score;
import cn.chuyi.reporting.score.Standing;
import cn.chuyi.reporting.score.Standing.Collected;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds published results that hold something else of the register than it says today. */
record Proposals(Sql sql, Cycle cycle) {

    /**
     * An indicator whose value in the register is another one now.
     *
     * @param copied the fact by which review copied the value; absent when the result has none
     * @param since when the value in the result was taken
     */
    private record Stale(Indicator indicator, @Nullable Recorded copied, Collected now, Instant since) {}

    private record Found(Row row, Catalogue catalogue, Publication publication, List<Stale> stale) {}

    List<ProposalView> of(Collection<Row> rows) {
        var found = new ArrayList<Found>();
        for (var level : Level.values()) {
            found.addAll(found(
                    rows.stream()
                            .filter(row ->
                                    row.unit().level() == level && row.result().edition() > 0)
                            .toList(),
                    level));
        }
        if (found.isEmpty()) {
            return List.of();
        }
        var codes = found.stream().map(one -> one.row().unit().code()).toList();
        var trail = Trail.of(sql, cycle, codes, null);
        var names = new Divisions(sql).names(codes);
        var totals = new HashMap<Level, Map<String, BigDecimal>>();
        return found.stream()
                .map(one -> view(
                        one,
                        trail,
                        names,
                        totals.computeIfAbsent(
                                one.row().unit().level(),
                                level -> Ranked.totals(new Boards(sql).level(cycle, level, null), false))))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Found> found(List<Row> rows, Level level) {
        var ledger = new Ledger(sql);
        var assessor = rows.isEmpty() ? null : new Catalogues(ledger).assessor(cycle, level, null);
        if (assessor == null) {
            return List.of();
        }
        var codes = rows.stream().map(row -> row.unit().code()).toList();
        var grounds = new Grounds(sql).of(cycle, codes, null);
        var cases = ledger.streams(codes.stream().map(cycle::caseStream).toList(), null);
        var found = new ArrayList<Found>();
        for (var row : rows) {
            var code = row.unit().code();
            var facts = cases.getOrDefault(cycle.caseStream(code), List.of());
            var inputs = new Inputs(facts, grounds.getOrDefault(code, Ground.NONE), List.of());
            var publication = CaseFile.of(facts).publications().getLast();
            var stale = stale(assessor.catalogue(), facts, publication, assessor.measures(inputs));
            if (!stale.isEmpty()) {
                found.add(new Found(row, assessor.catalogue(), publication, stale));
            }
        }
        return found;
    }

    /** Of what the register computes alone: what counties' results say follows from their own restatements. */
    private static List<Stale> stale(
            Catalogue catalogue, List<Recorded> facts, Publication publication, Map<String, Collected> now) {
        var decided = decided(facts, publication);
        var stale = new ArrayList<Stale>();
        for (var indicator : catalogue.indicators()) {
            var value = now.get(indicator.code());
            if (value != null && indicator.measure() instanceof Measure.Registry) {
                var decision = decided.get(indicator.code());
                var standing = publication.before().standing().getOrDefault(indicator.code(), Standing.NOTHING);
                if (standing.notApplicable() == null && isStale(decision, value)) {
                    var since = decision == null ? publication.fact().recorded() : decision.recorded();
                    stale.add(new Stale(indicator, decision, value, since));
                }
            }
        }
        return stale;
    }

    /** What a reviewer decided by himself is not the register's to correct. */
    private static boolean isStale(@Nullable Recorded decision, Collected now) {
        if (decision == null) {
            return now instanceof Collected.Value;
        }
        return decision.fact() instanceof IndicatorVerified verified
                && verified.collectedFrom() != null
                && !now.equals(new Collected.Value(verified.value()));
    }

    /** The last decision of each indicator before the publication. */
    private static Map<String, Recorded> decided(List<Recorded> facts, Publication publication) {
        var decided = new TreeMap<String, Recorded>();
        for (var recorded : facts) {
            if (recorded.version() < publication.fact().version()
                    && recorded.fact() instanceof IndicatorVerified verified) {
                decided.put(verified.indicator(), recorded);
            }
        }
        return decided;
    }

    /** @return absent when nothing was recorded since, or the catalogue cannot read it */
    private @Nullable ProposalView view(
            Found found, Trail trail, Map<String, String> names, Map<String, BigDecimal> totals) {
        var unit = found.row().unit();
        var events = new TreeMap<String, List<Leaf>>();
        var corrected = new HashMap<>(found.publication().before().standing());
        for (var stale : found.stale()) {
            var since = since(trail, unit.code(), stale);
            if (stale.copied() != null || !since.isEmpty()) {
                events.put(stale.indicator().code(), since);
                corrected.put(stale.indicator().code(), Standing.NOTHING.collectedAs(stale.now()));
            }
        }
        var score = events.isEmpty() ? null : score(found, corrected);
        if (score == null) {
            return null;
        }
        var proposed = new Result(found.row().result().edition(), score, null, List.of());
        var movement = Movement.of(found.row().result(), found.catalogue(), proposed, found.catalogue());
        var after = new HashMap<>(totals);
        after.remove(unit.code());
        if (score.total() != null) {
            after.put(unit.code(), score.total());
        }
        return new ProposalView(
                cycle.programme(),
                cycle.year(),
                unit.level(),
                new Named(unit.code(), names.getOrDefault(unit.code(), unit.code())),
                found.row().result().edition(),
                Movement.side(found.row().result(), Ranking.of(totals).get(unit.code())),
                Movement.side(proposed, Ranking.of(after).get(unit.code())),
                movement.parts(),
                found.stale().stream()
                        .filter(stale -> events.containsKey(stale.indicator().code()))
                        .map(stale -> correction(found, stale, score, movement, events))
                        .toList(),
                movement.sentence());
    }

    private static @Nullable Score score(Found found, Map<String, Standing> corrected) {
        try {
            return Score.of(
                    found.catalogue(), corrected, found.publication().before().rules());
        } catch (InvalidInputException e) {
            return null;
        }
    }

    private static List<Leaf> since(Trail trail, String unit, Stale stale) {
        return trail.facts(unit, (Measure.Registry) stale.indicator().measure())
                .filter(recorded -> recorded.recorded().isAfter(stale.since()))
                .map(Leaves::ofRegister)
                .toList();
    }

    private static Correction correction(
            Found found, Stale stale, Score proposed, Movement movement, Map<String, List<Leaf>> events) {
        var code = stale.indicator().code();
        var published = found.row().result().score();
        var item = item(proposed, code);
        var was = published == null ? null : item(published, code);
        return new Correction(
                code,
                stale.indicator().name(),
                was == null ? null : was.value(),
                item == null ? State.MISSING : item.state(),
                item == null ? null : item.value(),
                copied(stale.copied()),
                movement.contribution(code),
                events.getOrDefault(code, List.of()));
    }

    private static @Nullable Item item(Score score, String code) {
        return score.items().stream()
                .filter(item -> item.indicator().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String copied(@Nullable Recorded decision) {
        return decision != null
                        && decision.fact() instanceof IndicatorVerified verified
                        && verified.collectedFrom() != null
                ? verified.collectedFrom().stream() + "@"
                        + verified.collectedFrom().version()
                : null;
    }
}
