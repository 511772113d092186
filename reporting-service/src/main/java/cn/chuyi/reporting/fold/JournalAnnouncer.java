package cn.chuyi.reporting.fold;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.journal.Journal;
import cn.chuyi.kit.journal.Journal.Addition;
import cn.chuyi.kit.journal.Origin;
import cn.chuyi.reporting.fold.Announced.Appended;
import cn.chuyi.reporting.fold.CaseFile.Publication;
import cn.chuyi.reporting.fold.ReportingFact.MeasureChanged;
import cn.chuyi.reporting.fold.ReportingFact.Place;
import cn.chuyi.reporting.fold.ReportingFact.ScoreSealed;
import cn.chuyi.reporting.fold.ReportingFact.State;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.measure.Measures;
import cn.chuyi.reporting.score.Score;
import cn.chuyi.reporting.score.Standing.Collected;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Appends to the journal what was not announced before, all that a batch finds at once. */
final class JournalAnnouncer implements Announcer {
    private final Journal journal;
    private final Writes writes;
    private final Announced announced;
    private final Proposing proposing;
    private final Memory memory;
    private final List<Addition<ReportingFact>> pending = new ArrayList<>();

    JournalAnnouncer(Writes writes, Journal journal, Memory memory) {
        var sql = new Sql(writes);
        this.memory = memory;
        this.journal = journal;
        this.writes = writes;
        this.announced = new Announced(sql);
        this.proposing = new Proposing(sql);
    }

    @Override
    public void announce(List<Found> found) {
        var streams = found.stream().sorted(Comparator.comparing(Found::stream)).toList();
        var before = histories(streams.stream().map(Found::stream).toList());
        var proposals = proposing.news(streams, before, this::histories);
        for (var one : streams) {
            var history = before.getOrDefault(one.stream(), Announced.History.NONE);
            history = after(history, one, changes(one, history), null);
            for (var publication : unannounced(one, history)) {
                history = after(
                        history,
                        one,
                        sealed(one, publication),
                        publication.fact().id());
            }
            var proposal = proposals.get(one.stream());
            if (proposal != null) {
                history = after(history, one, List.of(proposal), null);
            }
            memory.announced(one.stream(), history);
        }
    }

    /** What is not remembered is read, and so must be written. */
    private Map<String, Announced.History> histories(Collection<String> streams) {
        return memory.histories(
                unknown -> {
                    finish();
                    return announced.of(unknown);
                },
                streams);
    }

    @Override
    public void finish() {
        journal.appendAll(pending, ReportingFact.CODEC, writes);
        announced.remember(pending.stream().map(JournalAnnouncer::appended).toList());
        pending.clear();
    }

    /** What the stream holds with more facts, which have one cause or none. */
    private Announced.History after(
            Announced.History before, Found found, List<? extends ReportingFact> facts, @Nullable String cause) {
        var addition = new Addition<ReportingFact>(
                found.stream(), before.version(), List.copyOf(facts), Origin.causedBy(cause, null));
        pending.add(addition);
        return before.after(appended(addition));
    }

    private static Appended appended(Addition<ReportingFact> addition) {
        return new Appended(addition.stream(), addition.expectedVersion(), addition.events());
    }

    private static List<MeasureChanged> changes(Found found, Announced.History before) {
        return found.catalogue().indicators().stream()
                .map(indicator -> {
                    var collected = found.measures().get(indicator.code());
                    var name = Measures.name(indicator.measure());
                    return collected == null || name == null ? null : changed(found, indicator.code(), name, collected);
                })
                .filter(Objects::nonNull)
                .filter(change -> !change.equals(before.measures().get(change.indicator())))
                .toList();
    }

    private static MeasureChanged changed(Found found, String indicator, String measure, Collected collected) {
        var value = switch (collected) {
            case Collected.Value(var text) -> text;
            case Collected.NotApplicable() -> null;
        };
        return new MeasureChanged(
                found.cycle().programme(),
                found.cycle().year(),
                found.unit().code(),
                indicator,
                measure,
                value == null ? State.NOT_APPLICABLE : State.COLLECTED,
                value);
    }

    private static List<Publication> unannounced(Found found, Announced.History before) {
        return found.file().publications().stream()
                .filter(publication -> !before.editions().contains(publication.edition()))
                .toList();
    }

    /** Nothing for an edition without a score, as there is nothing to announce. */
    private static List<ScoreSealed> sealed(Found found, Publication publication) {
        var result = found.assessor().official(publication);
        var score = result.score();
        return score == null ? List.of() : List.of(sealed(found, publication, result, score));
    }

    private static ScoreSealed sealed(Found found, Publication publication, Result result, Score score) {
        var fact = publication.fact();
        return new ScoreSealed(
                found.cycle().programme(),
                found.cycle().year(),
                found.unit().code(),
                found.unit().level(),
                result.edition(),
                score.total(),
                score.grade(),
                score.base(),
                score.credibility(),
                score.items(),
                result.canonical(found.cycle(), found.unit()).digest(),
                new Place(fact.stream(), fact.version()));
    }
}
