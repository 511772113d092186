package cn.chuyi.assessment.cycle;

import cn.chuyi.assessment.cycle.CycleEvent.CatalogueInForce;
import cn.chuyi.assessment.procedure.ProcedureFile;
import cn.chuyi.assessment.procedure.Span;
import cn.chuyi.assessment.procedure.TimeLimit;
import cn.chuyi.assessment.procedure.Timetable;
import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One cycle, for people and clients.
 *
 * @param notice document of the written notice; absent before it
 * @param deadlines every limit as it holds in this cycle
 */
record CycleView(
        String id,
        String programme,
        int year,
        Cycle.Status status,
        @Nullable LocalDate referenceDate,
        boolean demo,
        List<CatalogueInForce> catalogues,
        int units,
        @Nullable String notice,
        @Nullable LocalDate noticeOn,
        List<DeadlineView> deadlines) {
    private static final Pattern ID = Pattern.compile("([A-Z0-9][A-Z0-9-]*)-(\\d{4})");

    /** A limit; {@code set} by the cycle, or the procedure's default. */
    record DeadlineView(String step, int amount, Span unit, String anchor, boolean set) {}

    static CycleView of(Cycle cycle) {
        var opened = cycle.opened();
        var notice = cycle.notice();
        return new CycleView(
                cycle.id().toString(),
                cycle.id().programme(),
                cycle.id().year(),
                cycle.status(),
                opened == null ? null : opened.referenceDate(),
                cycle.demo(),
                opened == null ? List.of() : opened.catalogues(),
                cycle.units().size(),
                notice == null ? null : notice.document(),
                notice == null ? null : notice.effectiveOn(),
                deadlines(cycle));
    }

    private static List<DeadlineView> deadlines(Cycle cycle) {
        var timetable = new Timetable(ProcedureFile.workingDays(), cycle.amounts());
        return ProcedureFile.procedure()
                .limits()
                .map(limit ->
                        deadline(timetable.inForce(limit), cycle.deadlines().containsKey(limit.step())))
                .toList();
    }

    private static DeadlineView deadline(TimeLimit limit, boolean set) {
        return new DeadlineView(limit.step(), limit.amount(), limit.unit(), limit.anchor(), set);
    }

    /**
     * Reads an id as it stands in a path.
     *
     * @throws ProblemException 404 when it is none
     */
    static CycleId parse(String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            throw ProblemException.notFound(
                    "CYCLE_UNKNOWN",
                    new Text("没有编号为 " + id + " 的督导年度。", "There is no cycle " + id + "."),
                    new Text("编号形如 CHUYI-2022-2025。", "An id looks like CHUYI-2022-2025."));
        }
        return new CycleId(parts.group(1), Integer.parseInt(parts.group(2)));
    }
}
