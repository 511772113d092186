package cn.chuyi.reporting.measure;

import cn.chuyi.reporting.fact.RegistryFact.Condition;
import cn.chuyi.reporting.fact.RegistryFact.ConditionSheetFiled;
import java.math.BigDecimal;
import java.util.List;

/**
 * A school's monitoring sheet of one year, as far as measures use it.
 *
 * @param applicable number of key conditions that apply
 * @param met number of those that are met
 * @param farBelow whether one of those is below 85 % of its standard, or not stated
 */
public record Sheet(
        int applicable,
        int met,
        boolean farBelow,
        int students,
        int teachers,
        int specialisedTeachers,
        int dualQualifiedTeachers) {

    private static final BigDecimal FAR_BELOW = new BigDecimal("0.85");
    private static final int STUDENTS_PER_TEACHER = 20;

    public static Sheet of(ConditionSheetFiled fact) {
        List<Condition> applicable =
                fact.conditions().stream().filter(Condition::applicable).toList();
        return new Sheet(
                applicable.size(),
                (int) applicable.stream().filter(Sheet::met).count(),
                applicable.stream().anyMatch(Sheet::farBelow),
                fact.students(),
                fact.teachers(),
                fact.specialisedTeachers(),
                fact.dualQualifiedTeachers());
    }

    /** A sheet on which nothing applies proves nothing. */
    boolean meetsAll() {
        return applicable > 0 && met == applicable;
    }

    boolean enoughTeachers() {
        return students <= STUDENTS_PER_TEACHER * (long) teachers;
    }

    private static boolean met(Condition condition) {
        return condition.value() != null && reaches(condition.value(), condition, BigDecimal.ONE);
    }

    private static boolean farBelow(Condition condition) {
        return condition.value() == null || !reaches(condition.value(), condition, FAR_BELOW);
    }

    /** Whether the value reaches the part of the standard; where less is better, the standard is that part of the value. */
    private static boolean reaches(BigDecimal value, Condition condition, BigDecimal part) {
        return switch (condition.direction()) {
            case AT_LEAST -> value.compareTo(condition.standard().multiply(part)) >= 0;
            case AT_MOST -> value.multiply(part).compareTo(condition.standard()) <= 0;
        };
    }
}
