package cn.chuyi.assessment.procedure;

/**
 * A limit or a waiting window of the procedure. Its amount is a default: a cycle can set another one under its name.
 *
 * @param step name under which a cycle sets it
 * @param amount not negative; 0 as a window means no waiting
 * @param anchor wire name of the fact from whose date it runs
 */
public record TimeLimit(String step, int amount, Span unit, String anchor) {

    TimeLimit of(int otherAmount, Span otherUnit) {
        return new TimeLimit(step, otherAmount, otherUnit, anchor);
    }
}
