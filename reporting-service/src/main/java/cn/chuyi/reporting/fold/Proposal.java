package cn.chuyi.reporting.fold;

import cn.chuyi.reporting.fact.AssessmentFact.IndicatorVerified;
import cn.chuyi.reporting.fact.AssessmentFact.Source;
import cn.chuyi.reporting.fold.CaseFile.Publication;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.InvalidInputException;
import cn.chuyi.reporting.score.Measure;
import cn.chuyi.reporting.score.Score;
import cn.chuyi.reporting.score.Standing;
import cn.chuyi.reporting.score.Standing.Collected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A published result that holds something else than the measures say today, and what its own catalogue makes of the
 * corrected values (更正建议). Pure.
 *
 * @param publication of the edition that stands
 * @param corrections in the order of the catalogue, never empty
 */
public record Proposal(Publication publication, List<Correction> corrections, Score score) {

    /**
     * An indicator whose measure says something else now.
     *
     * @param copied the fact by which review copied the value; absent when the result has none
     * @param since when the value in the result was taken
     */
    public record Correction(Indicator indicator, @Nullable Recorded copied, Collected now, Instant since) {

        /** The announcement that review copied; absent when it copied none. */
        public @Nullable Source source() {
            return copied != null && copied.fact() instanceof IndicatorVerified verified
                    ? verified.collectedFrom()
                    : null;
        }
    }

    /**
     * @param facts of the case
     * @param publication of the edition that stands
     * @param now what the measures say, by indicator
     * @param then what they said at an instant; asked only where review took no value over
     * @return absent when nothing is to be corrected, or the catalogue cannot read the corrected value
     */
    public static @Nullable Proposal of(
            Catalogue catalogue,
            List<Recorded> facts,
            Publication publication,
            Map<String, Collected> now,
            Function<Instant, Map<String, Collected>> then) {
        var corrections = corrections(catalogue, publication, decided(facts, publication), now, then);
        var score = corrections.isEmpty() ? null : score(catalogue, publication, corrections);
        return score == null ? null : new Proposal(publication, corrections, score);
    }

    /** The last decision of each indicator before the publication. */
    private static Map<String, Recorded> decided(List<Recorded> facts, Publication publication) {
        var decided = new HashMap<String, Recorded>();
        for (var recorded : facts) {
            if (recorded.version() < publication.fact().version()
                    && recorded.fact() instanceof IndicatorVerified verified) {
                decided.put(verified.indicator(), recorded);
            }
        }
        return decided;
    }

    private static List<Correction> corrections(
            Catalogue catalogue,
            Publication publication,
            Map<String, Recorded> decided,
            Map<String, Collected> now,
            Function<Instant, Map<String, Collected>> then) {
        var published = publication.fact().recorded();
        var corrections = new ArrayList<Correction>();
        Map<String, Collected> before = null;
        for (var indicator : catalogue.indicators()) {
            var value = now.get(indicator.code());
            var decision = decided.get(indicator.code());
            var standing = publication.before().standing().getOrDefault(indicator.code(), Standing.NOTHING);
            if (value == null || standing.notApplicable() != null) {
                continue;
            }
            if (decision != null) {
                if (isStale(decision, value)) {
                    corrections.add(new Correction(indicator, decision, value, decision.recorded()));
                }
            } else if (value instanceof Collected.Value && indicator.measure() instanceof Measure.Registry) {
                before = before == null ? then.apply(published) : before;
                if (!value.equals(before.get(indicator.code()))) {
                    corrections.add(new Correction(indicator, null, value, published));
                }
            }
        }
        return corrections;
    }

    /** What a reviewer decided by himself is not the register's to correct. */
    private static boolean isStale(Recorded decision, Collected now) {
        return decision.fact() instanceof IndicatorVerified verified
                && verified.collectedFrom() != null
                && !now.equals(new Collected.Value(verified.value()));
    }

    private static @Nullable Score score(Catalogue catalogue, Publication publication, List<Correction> corrections) {
        var standing = new HashMap<>(publication.before().standing());
        corrections.forEach(one -> standing.put(one.indicator().code(), Standing.NOTHING.collectedAs(one.now())));
        try {
            return Score.of(catalogue, standing, publication.before().rules());
        } catch (InvalidInputException e) {
            return null;
        }
    }
}
