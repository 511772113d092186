package cn.chuyi.reporting.fold;

import cn.chuyi.reporting.fact.AssessmentFact.Source;
import cn.chuyi.reporting.fold.Announced.History;
import cn.chuyi.reporting.fold.Announcer.Found;
import cn.chuyi.reporting.fold.ReportingFact.Correction;
import cn.chuyi.reporting.fold.ReportingFact.Outcome;
import cn.chuyi.reporting.fold.ReportingFact.Place;
import cn.chuyi.reporting.fold.ReportingFact.RestatementProposalWithdrawn;
import cn.chuyi.reporting.fold.ReportingFact.RestatementProposed;
import cn.chuyi.reporting.ledger.Grounds;
import cn.chuyi.reporting.ledger.Grounds.Ground;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.score.Item;
import cn.chuyi.reporting.score.Score;
import cn.chuyi.reporting.score.Standing.Collected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is new about proposals to restate. A city's counties count as they would be corrected; what was announced
 * of them says how, so they are looked at before their city.
 */
final class Proposing {
    private final Grounds grounds;

    Proposing(Sql sql) {
        this.grounds = new Grounds(sql);
    }

    /**
     * What is to be announced, by stream: a proposal that was not announced last, or that the last one is withdrawn.
     *
     * @param before by stream, what was announced
     * @param histories tells the same of other streams
     */
    Map<String, ReportingFact> news(
            List<Found> found,
            Map<String, History> before,
            Function<Collection<String>, Map<String, History>> histories) {
        var published = found.stream()
                .filter(one -> !one.file().publications().isEmpty())
                .toList();
        var counties = histories.apply(published.stream()
                .flatMap(one -> one.counties().keySet().stream().map(one.cycle()::scoreStream))
                .toList());
        var news = new HashMap<String, ReportingFact>();
        for (var one : published) {
            var last = before.getOrDefault(one.stream(), History.NONE).proposal();
            var fact = news(one, last, counties);
            if (fact != null) {
                news.put(one.stream(), fact);
            }
        }
        return news;
    }

    private @Nullable ReportingFact news(
            Found found, @Nullable RestatementProposed last, Map<String, History> counties) {
        var publication = found.file().publications().getLast();
        var proposal = Proposal.of(
                found.catalogue(),
                found.inputs().facts(),
                publication,
                now(found, counties),
                instant -> then(found, instant));
        if (proposal != null) {
            var fact = proposed(found, proposal);
            return fact.equals(last) ? null : fact;
        }
        return last != null && last.edition() == publication.edition()
                ? new RestatementProposalWithdrawn(
                        found.cycle().programme(),
                        found.cycle().year(),
                        found.unit().code(),
                        publication.edition())
                : null;
    }

    private static Map<String, Collected> now(Found found, Map<String, History> histories) {
        var items = new ArrayList<Item>();
        found.counties().forEach((code, result) -> {
            var corrected = new HashMap<String, Item>();
            var proposal = histories
                    .getOrDefault(found.cycle().scoreStream(code), History.NONE)
                    .proposal();
            if (proposal != null && proposal.edition() == result.edition()) {
                proposal.corrections()
                        .forEach(one -> corrected.put(one.proposed().indicator(), one.proposed()));
            }
            items(result.score()).forEach(item -> items.add(corrected.getOrDefault(item.indicator(), item)));
        });
        return Assessor.measured(found.catalogue(), found.inputs().ground(), items);
    }

    private Map<String, Collected> then(Found found, Instant instant) {
        var unit = found.unit().code();
        var ground = grounds.of(found.cycle(), List.of(unit), instant).getOrDefault(unit, Ground.NONE);
        return found.assessor().measures(ground, List.of());
    }

    private static RestatementProposed proposed(Found found, Proposal proposal) {
        var published = found.assessor().official(proposal.publication());
        return new RestatementProposed(
                found.cycle().programme(),
                found.cycle().year(),
                found.unit().code(),
                found.unit().level(),
                proposal.publication().edition(),
                new Outcome(published.score() == null ? null : published.score().total(), published.grade()),
                new Outcome(proposal.score().total(), proposal.score().grade()),
                proposal.corrections().stream()
                        .map(one ->
                                correction(one.indicator().code(), published.score(), proposal.score(), one.source()))
                        .toList());
    }

    private static Correction correction(
            String indicator, @Nullable Score published, Score proposed, @Nullable Source source) {
        return new Correction(
                item(published, indicator),
                Objects.requireNonNull(item(proposed, indicator)),
                source == null ? null : new Place(source.stream(), source.version()));
    }

    private static @Nullable Item item(@Nullable Score score, String indicator) {
        return items(score).stream()
                .filter(item -> item.indicator().equals(indicator))
                .findFirst()
                .orElse(null);
    }

    private static List<Item> items(@Nullable Score score) {
        return score == null ? List.of() : score.items();
    }
}
