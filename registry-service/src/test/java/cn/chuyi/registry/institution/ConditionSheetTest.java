package cn.chuyi.registry.institution;

import static cn.chuyi.registry.institution.InstitutionEvent.Direction.AT_LEAST;
import static cn.chuyi.registry.institution.InstitutionEvent.Direction.AT_MOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Decision.Accepted;
import cn.chuyi.kit.decision.Decision.Refused;
import cn.chuyi.registry.SchoolKind;
import cn.chuyi.registry.institution.InstitutionCommand.FileConditionSheet;
import cn.chuyi.registry.institution.InstitutionCommand.Headcount;
import cn.chuyi.registry.institution.InstitutionEvent.Condition;
import cn.chuyi.registry.institution.InstitutionEvent.ConditionSheetFiled;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionSheetTest {
    private static final UUID ID = UUID.fromString("0197a1b2-0000-7000-8000-000000000001");
    private static final ConditionStandards STANDARDS = Standards.load();
    private static final Headcount STAFF = new Headcount(2000, 100, 60, 33);

    @Test
    void the_standards_of_a_secondary_school_are_the_published_ones() {
        var sheet = filed(SchoolKind.SECONDARY_VOCATIONAL_SCHOOL, Map.of(), Set.of(), STAFF, null);
        assertThat(sheet.conditions())
                .extracting(Condition::code, line -> line.standard().toPlainString(), Condition::direction)
                .startsWith(
                        tuple("S-01", "40000", AT_LEAST),
                        tuple("S-02", "33", AT_LEAST),
                        tuple("S-03", "24000", AT_LEAST),
                        tuple("S-04", "20", AT_LEAST),
                        tuple("S-05", "60", AT_LEAST),
                        tuple("S-06", "20", AT_MOST),
                        tuple("S-07", "3000000", AT_LEAST),
                        tuple("S-08", "2500", AT_LEAST),
                        tuple("S-09", "30", AT_LEAST),
                        tuple("S-10", "50", AT_LEAST));
    }

    @ParameterizedTest
    @EnumSource(SchoolKind.class)
    void every_kind_has_standards_with_a_source(SchoolKind kind) {
        var set = Objects.requireNonNull(STANDARDS.of(kind, null));
        assertThat(set.source()).isNotBlank();
        assertThat(set.standards()).extracting("code").doesNotHaveDuplicates();
    }

    @Test
    void what_the_headcount_tells_is_not_asked_twice() {
        var sheet = filed(SchoolKind.SECONDARY_VOCATIONAL_SCHOOL, Map.of(), Set.of(), STAFF, null);
        assertThat(value(sheet, "S-05")).isEqualTo("100");
        assertThat(value(sheet, "S-06")).isEqualTo("20.00");
        assertThat(value(sheet, "S-10")).isEqualTo("55.00");
        var stated = filed(
                SchoolKind.SECONDARY_VOCATIONAL_SCHOOL, Map.of("S-06", new BigDecimal("19.5")), Set.of(), STAFF, null);
        assertThat(value(stated, "S-06")).isEqualTo("19.5");
    }

    @Test
    void an_unknown_value_counts_against_the_school_but_an_optional_line_only_when_filed() {
        var values = Map.of("S-12", new BigDecimal("100"));
        var sheet =
                filed(SchoolKind.SECONDARY_VOCATIONAL_SCHOOL, values, Set.of("S-03"), new Headcount(0, 0, 0, 0), null);
        assertThat(line(sheet, "S-01"))
                .matches(Condition::applicable)
                .extracting(Condition::value)
                .isNull();
        assertThat(line(sheet, "S-06").value()).isNull();
        assertThat(line(sheet, "S-03").applicable()).isFalse();
        assertThat(line(sheet, "S-11").applicable()).isFalse();
        assertThat(line(sheet, "S-12").applicable()).isTrue();
    }

    @Test
    void a_college_says_which_set_of_standards_is_its_own() {
        var sheet = filed(SchoolKind.HIGHER_VOCATIONAL_COLLEGE, Map.of(), Set.of(), STAFF, "ARTS");
        assertThat(line(sheet, "H-01").standard()).isEqualByComparingTo("13");
        assertThat(refused(SchoolKind.HIGHER_VOCATIONAL_COLLEGE, Map.of(), STAFF, "MUSIC"))
                .isEqualTo(InstitutionRule.PROFILE_UNKNOWN);
    }

    @Test
    void impossible_sheets_are_refused() {
        var kind = SchoolKind.SECONDARY_VOCATIONAL_SCHOOL;
        assertThat(refused(kind, Map.of("S-99", BigDecimal.ONE), STAFF, null))
                .isEqualTo(InstitutionRule.CONDITION_UNKNOWN);
        assertThat(refused(kind, Map.of("S-01", new BigDecimal("-1")), STAFF, null))
                .isEqualTo(InstitutionRule.CONDITION_NEGATIVE);
        assertThat(refused(kind, Map.of(), new Headcount(1, 10, 11, 5), null))
                .isEqualTo(InstitutionRule.TEACHERS_INCONSISTENT);
        assertThat(refused(kind, Map.of(), new Headcount(1, 10, 5, 6), null))
                .isEqualTo(InstitutionRule.TEACHERS_INCONSISTENT);
    }

    private static Decision<InstitutionEvent> file(
            SchoolKind kind,
            Map<String, BigDecimal> values,
            Set<String> notApplicable,
            Headcount headcount,
            @Nullable String profile) {
        var on = LocalDate.of(2025, 12, 31);
        return ConditionSheet.file(
                ID, kind, new FileConditionSheet(2025, values, notApplicable, headcount, profile, STANDARDS, on));
    }

    private static ConditionSheetFiled filed(
            SchoolKind kind,
            Map<String, BigDecimal> values,
            Set<String> notApplicable,
            Headcount headcount,
            @Nullable String profile) {
        var accepted = (Accepted<InstitutionEvent>) file(kind, values, notApplicable, headcount, profile);
        return (ConditionSheetFiled) accepted.events().getFirst();
    }

    private static Object refused(
            SchoolKind kind, Map<String, BigDecimal> values, Headcount headcount, @Nullable String profile) {
        return ((Refused<InstitutionEvent>) file(kind, values, Set.of(), headcount, profile))
                .refusal()
                .rule();
    }

    private static Condition line(ConditionSheetFiled sheet, String code) {
        return sheet.conditions().stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String value(ConditionSheetFiled sheet, String code) {
        return String.valueOf(line(sheet, code).value());
    }
}
