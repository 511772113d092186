package cn.chuyi.reporting.fold;

import cn.chuyi.reporting.fact.AssessmentFact.FindingConfirmed;
import cn.chuyi.reporting.fact.AssessmentFact.FindingWithdrawn;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorExempted;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorReported;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorVerified;
import cn.chuyi.reporting.fact.AssessmentFact.ResultPublished;
import cn.chuyi.reporting.fact.AssessmentFact.ResultRestated;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.score.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A unit's case as far as its score goes.
 *
 * @param standing by indicator; nothing collected, that is not the case's to say
 * @param findings code of the rule, by the finding's id
 * @param publications oldest first
 */
public record CaseFile(Map<String, Standing> standing, Map<String, String> findings, List<Publication> publications) {

    /**
     * A result made public, and what stood in the case before it.
     *
     * @param fact the publication itself
     * @param reason of a restatement; absent for the first edition
     */
    public record Publication(
            int edition, Recorded fact, @Nullable String reason, CaseFile before) {}

    public static CaseFile of(List<Recorded> facts) {
        var file = empty();
        facts.forEach(file::take);
        return file;
    }

    /** A case of which nothing is known yet. */
    public static CaseFile empty() {
        return new CaseFile(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    }

    public List<String> rules() {
        return List.copyOf(findings.values());
    }

    /** Takes in one more fact. */
    public void take(Recorded recorded) {
        take(recorded.fact(), () -> recorded);
    }

    /** @param recorded the fact with what it came with, which is asked for only where that is kept */
    public void take(Fact fact, Supplier<Recorded> recorded) {
        switch (fact) {
            case IndicatorReported f -> change(f.indicator(), standing -> standing.reportedAs(f.value()));
            case IndicatorVerified f -> change(f.indicator(), standing -> standing.verifiedAs(f.value()));
            case IndicatorExempted f -> change(f.indicator(), standing -> standing.exempted(f.reason()));
            case FindingConfirmed f -> findings.put(f.finding(), f.rule());
            case FindingWithdrawn f -> findings.remove(f.finding());
            case ResultPublished _ -> publications.add(new Publication(1, recorded.get(), null, copy()));
            case ResultRestated f -> publications.add(new Publication(f.edition(), recorded.get(), f.reason(), copy()));
            default -> {}
        }
    }

    private void change(String indicator, UnaryOperator<Standing> change) {
        standing.compute(indicator, (_, before) -> change.apply(before == null ? Standing.NOTHING : before));
    }

    private CaseFile copy() {
        return new CaseFile(Map.copyOf(standing), Map.copyOf(findings), List.of());
    }
}
