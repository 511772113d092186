package cn.chuyi.reporting.fact;

import cn.chuyi.reporting.score.Level;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of assessment-service: catalogues, cycles and cases. */
public sealed interface AssessmentFact extends Fact {

    /** Facts of {@code catalogue-{programme}-{year}-{level}}. */
    sealed interface OfCatalogue extends AssessmentFact {}

    record CatalogueFrozen(String programme, int year, Level level, CatalogueContent content) implements OfCatalogue {}

    /** Facts of {@code cycle-{programme}-{year}}. */
    sealed interface OfCycle extends AssessmentFact {
        String programme();

        int year();
    }

    /** @param referenceDate the day on which all measures of the cycle are taken */
    record CycleOpened(
            String programme,
            int year,
            LocalDate referenceDate,
            @Nullable Boolean demo) implements OfCycle {}

    record UnitsListed(String programme, int year, List<ListedUnit> units) implements OfCycle {}

    /**
     * @param parent the city of a county, the province of a city
     * @param peerGroup units of one group are ranked among themselves too
     */
    record ListedUnit(
            String code,
            String name,
            Level level,
            @Nullable String parent,
            @Nullable String peerGroup) {}

    /** Facts of {@code case-{programme}-{year}-{unit}}. */
    sealed interface OfCase extends AssessmentFact {
        String programme();

        int year();

        String unit();
    }

    record CaseOpened(
            String programme,
            int year,
            String unit,
            Level level,
            @Nullable String parent,
            @Nullable Boolean demo) implements OfCase {}

    record IndicatorReported(
            String programme,
            int year,
            String unit,
            String indicator,
            String value,
            @Nullable List<String> evidence) implements OfCase {}

    record IndicatorDisputed(String programme, int year, String unit, String indicator, String reason)
            implements OfCase {}

    /** @param collectedFrom the {@code measure-changed} it copies; absent when the value came from elsewhere */
    record IndicatorVerified(
            String programme,
            int year,
            String unit,
            String indicator,
            String value,
            @Nullable String reason,
            @Nullable Source collectedFrom)
            implements OfCase {}

    record Source(String stream, long version) {}

    record IndicatorExempted(String programme, int year, String unit, String indicator, String reason)
            implements OfCase {}

    /** @param indicator absent when the file supports the case as a whole */
    record EvidenceAttached(
            String programme,
            int year,
            String unit,
            @Nullable String indicator,
            String sha256) implements OfCase {}

    record FindingConfirmed(String programme, int year, String unit, String finding, String rule, String reason)
            implements OfCase {}

    record FindingWithdrawn(String programme, int year, String unit, String finding, String reason) implements OfCase {}

    record ResultPublished(
            String programme,
            int year,
            String unit,
            @Nullable Integer edition) implements OfCase {}

    record ResultRestated(
            String programme,
            int year,
            String unit,
            int edition,
            @Nullable String reason) implements OfCase {}
}
