package cn.chuyi.reporting.rebuild.table;

import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.ledger.Register;
import cn.chuyi.reporting.ledger.States;
import cn.chuyi.reporting.rebuild.memory.RegisterMemory;

/**
 * Writes the memory of the register down, as {@code Register} and {@code Projects} would.
 *
 * @param checkpoint is called for every row; what it throws ends writing
 */
public record RegisterRows(Side side, Runnable checkpoint) {
    private static final String SCHOOL = "stream, partition, \"offset\", states";
    private static final String WORK = "stream, lead, partition, \"offset\", states";
    private static final String PROJECT =
            "stream, programme, task, located_in, declared_on, listed_on, built_on, terminated_on";

    public void write(RegisterMemory register) {
        try (var copy = side.copy("attribution", "code, stream")) {
            register.attributions((code, stream) -> row(copy, 2).text(code).text(stream));
            copy.finish();
        }
        try (var copy = side.copy("project", PROJECT)) {
            register.lines()
                    .forEach(line -> row(copy, 8)
                            .text(line.stream())
                            .text(line.programme())
                            .text(line.task())
                            .text(line.locatedIn())
                            .date(line.declaredOn())
                            .date(line.listedOn())
                            .date(line.builtOn())
                            .date(line.terminatedOn()));
            copy.finish();
        }
        try (var copy = side.copy("school", SCHOOL)) {
            register.schools(
                    (stream, last, schools) -> states(row(copy, 4).text(stream), last, States.SCHOOL.write(schools)));
            copy.finish();
        }
        try (var copy = side.copy("work", WORK)) {
            register.works((stream, last, works) ->
                    states(row(copy, 5).text(stream).text(Register.lead(works)), last, States.WORK.write(works)));
            copy.finish();
        }
    }

    private BinaryCopy row(BinaryCopy copy, int columns) {
        checkpoint.run();
        return copy.row(columns);
    }

    private static void states(BinaryCopy row, Position last, byte[] states) {
        row.integer(last.partition()).big(last.offset()).bytes(states, states.length);
    }
}
