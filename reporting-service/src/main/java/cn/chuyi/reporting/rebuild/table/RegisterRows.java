package cn.chuyi.reporting.rebuild.table;

import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Landscape.Placed;
import cn.chuyi.reporting.ledger.Register;
import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Work;
import cn.chuyi.reporting.rebuild.memory.RegisterMemory;
import org.jspecify.annotations.Nullable;

/**
 * Writes the memory of the register down, as {@code Register} and {@code Projects} would.
 *
 * @param checkpoint is called for every row; what it throws ends writing
 */
public record RegisterRows(Side side, Runnable checkpoint) {
    private static final String SCHOOL = "cycle, stream, located_in, administered_by, partition, \"offset\", body";
    private static final String WORK = "cycle, stream, located_in, lead, partition, \"offset\", body";
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
            var body = new Body();
            register.schools((cycle, school) -> school(copy, cycle, school, body));
            copy.finish();
        }
        try (var copy = side.copy("work", WORK)) {
            var body = new Body();
            register.works((cycle, work) -> work(copy, cycle, work, body));
            copy.finish();
        }
    }

    private BinaryCopy row(BinaryCopy copy, int columns) {
        checkpoint.run();
        return copy.row(columns);
    }

    private void school(BinaryCopy copy, Cycle cycle, Placed<School> school, Body body) {
        row(copy, 7)
                .text(cycle.id())
                .text(school.stream())
                .text(school.state().locatedIn())
                .text(school.state().administeredBy())
                .integer(school.position().partition())
                .big(school.position().offset())
                .text(body.of(school.state()));
    }

    private void work(BinaryCopy copy, Cycle cycle, Placed<Work> work, Body body) {
        var lead = work.state().leadInstitution();
        row(copy, 7)
                .text(cycle.id())
                .text(work.stream())
                .text(work.state().locatedIn())
                .text(lead == null ? null : Register.INSTITUTION + lead)
                .integer(work.position().partition())
                .big(work.position().offset())
                .text(body.of(work.state()));
    }

    /** A state as it is kept; that of the last cycle is mostly that of the next. */
    private static final class Body {
        private @Nullable Object state;
        private String json = "";

        String of(Object next) {
            if (state != next) {
                state = next;
                json = Register.json(next);
            }
            return json;
        }
    }
}
