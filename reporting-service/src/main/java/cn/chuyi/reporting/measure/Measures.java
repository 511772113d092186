package cn.chuyi.reporting.measure;

import static java.math.BigDecimal.ZERO;

import cn.chuyi.reporting.score.Decimals;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.InvalidInputException;
import cn.chuyi.reporting.score.Item;
import cn.chuyi.reporting.score.Measure;
import cn.chuyi.reporting.score.ShareRule;
import cn.chuyi.reporting.score.ShareRule.Milestone;
import cn.chuyi.reporting.score.Standing.Collected;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The ten measures: what a register, the counties' results or the last cycle say about an indicator. */
public final class Measures {
    private static final Collected NOT_APPLICABLE = new Collected.NotApplicable();

    private Measures() {}

    /**
     * The wire name of an indicator's measure.
     *
     * @return absent for a reported indicator, which nothing but the unit can know
     */
    public static @Nullable String name(Measure measure) {
        return switch (measure) {
            case Measure.Reported() -> null;
            case Measure.Registry m -> m.name();
            case Measure.Aggregate m -> m.name();
            case Measure.FollowUp m -> m.name();
        };
    }

    /**
     * @param counties the items that the city's counties have for the named indicator; empty for a county
     * @return absent for a reported indicator
     * @throws InvalidInputException if the catalogue names a measure that does not exist
     */
    public static @Nullable Collected of(
            Indicator indicator, Holdings holdings, List<Item> counties, Rectification rectification) {
        return switch (indicator.measure()) {
            case Measure.Reported() -> null;
            case Measure.Registry measure -> registry(indicator.rule(), measure, holdings);
            case Measure.Aggregate measure -> aggregate(measure, counties);
            case Measure.FollowUp measure -> followUp(measure, rectification);
        };
    }

    private static Collected registry(ShareRule rule, Measure.Registry measure, Holdings holdings) {
        return switch (measure.name()) {
            case "task-completion" -> ofSums(holdings.works(measure), Work::done, Work::planned);
            case "funds-in-place-percent" -> ofSums(holdings.works(measure), Work::fundsPaid, Work::fundsPlanned);
            case "milestone" -> milestone(rule, holdings.works(measure));
            case "public-school-standing" -> standing(measure, holdings);
            case "compliant-schools-percent" -> ofCounts(open(holdings, measure), School::meetsAllConditions);
            case "condition-score" -> ConditionScore.mean(open(holdings, measure));
            case "dual-qualified-percent" -> dualQualified(sheets(holdings.schools(measure)));
            case "student-teacher-compliant-percent" ->
                ofCounts(sheets(open(holdings, measure)), Sheet::enoughTeachers);
            default -> throw unknown(measure.name());
        };
    }

    private static Collected aggregate(Measure.Aggregate measure, List<Item> counties) {
        if (!measure.name().equals("county-coverage")) {
            throw unknown(measure.name());
        }
        var applying = counties.stream()
                .map(Item::share)
                .filter(share -> share != null)
                .toList();
        return ofCounts(applying, share -> share.signum() > 0);
    }

    private static Collected followUp(Measure.FollowUp measure, Rectification rectification) {
        if (!measure.name().equals("rectified-percent")) {
            throw unknown(measure.name());
        }
        return percent(BigDecimal.valueOf(rectification.closed()), BigDecimal.valueOf(rectification.due()));
    }

    private static Collected milestone(ShareRule rule, List<Work> works) {
        if (!(rule instanceof Milestone milestone)) {
            throw new InvalidInputException(
                    "采集指标 milestone 须用 MILESTONE 规则", "the measure milestone needs a rule MILESTONE");
        }
        return works.stream()
                .map(work -> work.stage() == null ? Milestone.NOT_STARTED : work.stage())
                .min(Comparator.comparing(milestone::percent).thenComparing(Comparator.naturalOrder()))
                .<Collected>map(Collected.Value::new)
                .orElse(NOT_APPLICABLE);
    }

    private static Collected standing(Measure.Registry measure, Holdings holdings) {
        if (holdings.unified().containsAll(measure.kinds())) {
            return NOT_APPLICABLE;
        }
        var schools = open(holdings, measure).stream()
                .filter(school -> school.publicSchool() && school.enrols())
                .toList();
        boolean good = schools.stream().anyMatch(School::meetsAllConditions);
        return new Collected.Value(good ? "2" : schools.isEmpty() ? "0" : "1");
    }

    private static Collected dualQualified(List<Sheet> sheets) {
        return ofSums(
                sheets,
                sheet -> BigDecimal.valueOf(sheet.dualQualifiedTeachers()),
                sheet -> BigDecimal.valueOf(sheet.specialisedTeachers()));
    }

    private static List<School> open(Holdings holdings, Measure.Registry measure) {
        return holdings.schools(measure).stream().filter(School::open).toList();
    }

    private static List<Sheet> sheets(List<School> schools) {
        return schools.stream()
                .map(School::sheet)
                .filter(sheet -> sheet != null)
                .toList();
    }

    private static <T> Collected ofCounts(List<T> all, Predicate<T> counted) {
        return percent(BigDecimal.valueOf(all.stream().filter(counted).count()), BigDecimal.valueOf(all.size()));
    }

    private static <T> Collected ofSums(List<T> all, Function<T, BigDecimal> part, Function<T, BigDecimal> whole) {
        return percent(
                all.stream().map(part).reduce(ZERO, BigDecimal::add),
                all.stream().map(whole).reduce(ZERO, BigDecimal::add));
    }

    /** Six decimals; not applicable where there is nothing to divide by. */
    static Collected percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? NOT_APPLICABLE
                : new Collected.Value(Decimals.percent(part, whole).toPlainString());
    }

    private static InvalidInputException unknown(String name) {
        return new InvalidInputException("没有此采集指标：" + name, "unknown measure: " + name);
    }
}
