package cn.chuyi.reporting.rebuild.table;

import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Landscape.Placed;
import cn.chuyi.reporting.ledger.Register;
import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Work;
import cn.chuyi.reporting.rebuild.memory.RegisterMemory;
import java.util.List;

/** Writes the memory of the register down, as {@code Register} and {@code Projects} would. */
public record RegisterRows(Side side) {
    private static final String SCHOOL =
            "school (cycle, stream, located_in, administered_by, partition, \"offset\", body)";
    private static final String WORK = "work (cycle, stream, located_in, lead, partition, \"offset\", body)";
    private static final String PROJECT =
            "project (stream, programme, task, located_in, declared_on, listed_on, built_on, terminated_on)";

    public void write(RegisterMemory register, List<Cycle> cycles) {
        try (var copy = side.copy("attribution (code, stream)")) {
            register.attributions((code, stream) -> copy.row(2).text(code).text(stream));
            copy.finish();
        }
        try (var copy = side.copy(PROJECT)) {
            register.lines()
                    .forEach(line -> copy.row(8)
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
        try (var copy = side.copy(SCHOOL)) {
            cycles.forEach(cycle -> register.schools(cycle).forEach(school -> school(copy, cycle, school)));
            copy.finish();
        }
        try (var copy = side.copy(WORK)) {
            cycles.forEach(cycle -> register.works(cycle).forEach(work -> work(copy, cycle, work)));
            copy.finish();
        }
    }

    private static void school(BinaryCopy copy, Cycle cycle, Placed<School> school) {
        copy.row(7)
                .text(cycle.id())
                .text(school.stream())
                .text(school.state().locatedIn())
                .text(school.state().administeredBy())
                .integer(school.position().partition())
                .big(school.position().offset())
                .text(Register.json(school.state()));
    }

    private static void work(BinaryCopy copy, Cycle cycle, Placed<Work> work) {
        var lead = work.state().leadInstitution();
        copy.row(7)
                .text(cycle.id())
                .text(work.stream())
                .text(work.state().locatedIn())
                .text(lead == null ? null : Register.INSTITUTION + lead)
                .integer(work.position().partition())
                .big(work.position().offset())
                .text(Register.json(work.state()));
    }
}
