package cn.chuyi.registry.institution;

import static cn.chuyi.kit.decision.Decision.accept;
import static cn.chuyi.kit.decision.Decision.refuse;
import static cn.chuyi.registry.institution.InstitutionRule.CONDITION_NEGATIVE;
import static cn.chuyi.registry.institution.InstitutionRule.CONDITION_UNKNOWN;
import static cn.chuyi.registry.institution.InstitutionRule.PROFILE_UNKNOWN;
import static cn.chuyi.registry.institution.InstitutionRule.TEACHERS_INCONSISTENT;

import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.registry.SchoolKind;
import cn.chuyi.registry.institution.ConditionStandards.Derivation;
import cn.chuyi.registry.institution.ConditionStandards.Standard;
import cn.chuyi.registry.institution.ConditionStandards.StandardSet;
import cn.chuyi.registry.institution.InstitutionCommand.FileConditionSheet;
import cn.chuyi.registry.institution.InstitutionCommand.Headcount;
import cn.chuyi.registry.institution.InstitutionEvent.Condition;
import cn.chuyi.registry.institution.InstitutionEvent.ConditionSheetFiled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the values that a school files into a sheet: every condition of its kind, each beside its standard. */
final class ConditionSheet {
    private ConditionSheet() {}

    static Decision<InstitutionEvent> file(UUID institution, SchoolKind kind, FileConditionSheet c) {
        StandardSet set = c.standards().of(kind, c.profile());
        if (set == null) {
            return refuse(Refusal.of(
                            PROFILE_UNKNOWN,
                            kind,
                            String.valueOf(c.profile()),
                            String.join(", ", c.standards().profiles(kind)))
                    .at("/profile"));
        }
        Refusal refusal = fault(set, c);
        return refusal != null ? refuse(refusal) : accept(sheet(institution, set, c));
    }

    private static @Nullable Refusal fault(StandardSet set, FileConditionSheet c) {
        var codes = set.standards().stream().map(Standard::code).toList();
        for (String code : named(c)) {
            if (!codes.contains(code)) {
                String at = c.values().containsKey(code) ? "/conditions/" + code : "/notApplicable";
                return Refusal.of(CONDITION_UNKNOWN, code, String.join(", ", codes))
                        .at(at);
            }
        }
        for (var value : c.values().entrySet()) {
            if (value.getValue().signum() < 0) {
                return Refusal.of(CONDITION_NEGATIVE, value.getKey()).at("/conditions/" + value.getKey());
            }
        }
        Headcount h = c.headcount();
        boolean adds = h.dualQualifiedTeachers() <= h.specialisedTeachers() && h.specialisedTeachers() <= h.teachers();
        return adds
                ? null
                : Refusal.of(TEACHERS_INCONSISTENT, h.teachers(), h.specialisedTeachers(), h.dualQualifiedTeachers())
                        .at(h.specialisedTeachers() > h.teachers() ? "/specialisedTeachers" : "/dualQualifiedTeachers");
    }

    private static List<String> named(FileConditionSheet c) {
        return Stream.concat(c.values().keySet().stream(), c.notApplicable().stream())
                .sorted()
                .toList();
    }

    private static ConditionSheetFiled sheet(UUID institution, StandardSet set, FileConditionSheet c) {
        var lines = new ArrayList<Condition>();
        for (Standard standard : set.standards()) {
            lines.add(line(standard, c));
        }
        Headcount h = c.headcount();
        return new ConditionSheetFiled(
                institution,
                c.year(),
                List.copyOf(lines),
                h.students(),
                h.teachers(),
                h.specialisedTeachers(),
                h.dualQualifiedTeachers(),
                c.on());
    }

    private static Condition line(Standard standard, FileConditionSheet c) {
        BigDecimal filed = c.values().get(standard.code());
        BigDecimal value = filed != null ? filed : derive(standard.derived(), c.headcount());
        boolean counts = !c.notApplicable().contains(standard.code()) && (value != null || !standard.optional());
        return new Condition(standard.code(), value, standard.standard(), standard.direction(), counts);
    }

    private static @Nullable BigDecimal derive(@Nullable Derivation from, Headcount h) {
        return switch (from) {
            case null -> null;
            case TEACHERS -> BigDecimal.valueOf(h.teachers());
            case STUDENTS_PER_TEACHER -> quotient(h.students(), h.teachers());
            case DUAL_QUALIFIED_PERCENT -> quotient(100L * h.dualQualifiedTeachers(), h.specialisedTeachers());
        };
    }

    private static @Nullable BigDecimal quotient(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
