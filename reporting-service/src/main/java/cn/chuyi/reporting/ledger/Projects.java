package cn.chuyi.reporting.ledger;

import cn.chuyi.reporting.fact.RegistryFact.OfProject;
import cn.chuyi.reporting.fact.RegistryFact.ProjectAccepted;
import cn.chuyi.reporting.fact.RegistryFact.ProjectDeclared;
import cn.chuyi.reporting.fact.RegistryFact.ProjectListed;
import cn.chuyi.reporting.fact.RegistryFact.ProjectRecognised;
import cn.chuyi.reporting.fact.RegistryFact.ProjectTerminated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Projects with the dates that the progress board counts. */
public final class Projects {
    private static final String UPSERT = """
            insert into project (stream, programme, task, located_in, declared_on, listed_on, built_on, terminated_on)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (stream) do update set
                listed_on = excluded.listed_on, built_on = excluded.built_on,
                terminated_on = excluded.terminated_on""";

    private final Sql sql;

    public Projects(Sql sql) {
        this.sql = sql;
    }

    /**
     * One project.
     *
     * @param listedOn 立项; absent before
     * @param builtOn 验收 or 认定, whichever came first; absent before
     */
    public record Line(
            String stream,
            String programme,
            String task,
            String locatedIn,
            LocalDate declaredOn,
            @Nullable LocalDate listedOn,
            @Nullable LocalDate builtOn,
            @Nullable LocalDate terminatedOn) {

        public static @Nullable Line of(String stream, List<Recorded> recorded) {
            Line line = null;
            for (var fact : Recorded.facts(recorded, OfProject.class)) {
                line = next(line, stream, fact);
            }
            return line;
        }

        /** One step of {@link #of}: the line after one more fact. */
        public static @Nullable Line next(@Nullable Line before, String stream, OfProject fact) {
            return fact instanceof ProjectDeclared f
                    ? new Line(stream, f.programme(), f.task(), f.locatedIn(), f.effectiveOn(), null, null, null)
                    : before == null ? null : before.after(fact);
        }

        private Line after(OfProject fact) {
            return switch (fact) {
                case ProjectListed f -> with(f.effectiveOn(), builtOn, terminatedOn);
                case ProjectAccepted f -> with(listedOn, first(f.effectiveOn()), terminatedOn);
                case ProjectRecognised f -> with(listedOn, first(f.effectiveOn()), terminatedOn);
                case ProjectTerminated f -> with(listedOn, builtOn, f.effectiveOn());
                default -> this;
            };
        }

        private LocalDate first(LocalDate date) {
            return builtOn == null || date.isBefore(builtOn) ? date : builtOn;
        }

        private Line with(@Nullable LocalDate listedOn, @Nullable LocalDate builtOn, @Nullable LocalDate terminatedOn) {
            return new Line(stream, programme, task, locatedIn, declaredOn, listedOn, builtOn, terminatedOn);
        }
    }

    public List<Line> of(String programme) {
        return sql.list(
                """
                select stream, programme, task, located_in, declared_on, listed_on, built_on, terminated_on
                from project where programme = ? order by stream""",
                row -> new Line(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, LocalDate.class)),
                programme);
    }

    void fold(Map<String, List<Recorded>> streams) {
        var rows = new ArrayList<@Nullable Object[]>();
        streams.forEach((stream, recorded) -> {
            var line = Line.of(stream, recorded);
            if (line != null) {
                rows.add(new @Nullable Object[] {
                    stream,
                    line.programme(),
                    line.task(),
                    line.locatedIn(),
                    line.declaredOn(),
                    line.listedOn(),
                    line.builtOn(),
                    line.terminatedOn()
                });
            }
        });
        sql.batch(UPSERT, rows);
    }
}
