package cn.chuyi.reporting.progress;

import cn.chuyi.reporting.fact.RegistryFact.ProgrammeAdopted;
import cn.chuyi.reporting.fact.RegistryFact.TargetAdopted;
import cn.chuyi.reporting.fact.RegistryFact.TaskAdded;
import cn.chuyi.reporting.ledger.DivisionNames;
import cn.chuyi.reporting.ledger.Divisions;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.progress.ProgressView.City;
import cn.chuyi.reporting.progress.ProgressView.Line;
import cn.chuyi.reporting.score.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts targets and counts side by side. */
final class ProgressBoard {
    private static final String COLLEGE = "HIGHER_VOCATIONAL_COLLEGE";
    private static final String SECONDARY = "SECONDARY_VOCATIONAL_SCHOOL";

    private final Sql sql;
    private final LocalDate on;
    private final @Nullable Instant asOf;
    private final Map<String, Integer> divisions;

    ProgressBoard(Sql sql, LocalDate on, @Nullable Instant asOf) {
        this.sql = sql;
        this.on = on;
        this.asOf = asOf;
        this.divisions = new Divisions(sql).countByLevel();
    }

    /** @return absent when there is no such programme, or was none then */
    @Nullable
    ProgressView of(String code) {
        ProgrammeAdopted programme = null;
        var tasks = new LinkedHashMap<String, TaskAdded>();
        var targets = new HashMap<String, BigDecimal>();
        for (Recorded recorded : new Ledger(sql).stream("programme-" + code, asOf)) {
            switch (recorded.fact()) {
                case ProgrammeAdopted f -> programme = f;
                case TaskAdded f -> tasks.put(f.task(), f);
                case TargetAdopted f -> targets.put(f.task(), f.value());
                default -> {}
            }
        }
        return programme == null ? null : view(programme, tasks, targets);
    }

    private ProgressView view(
            ProgrammeAdopted programme, Map<String, TaskAdded> tasks, Map<String, BigDecimal> targets) {
        var tally = new Tally(sql, on, asOf);
        var counts = tally.projects(programme.programme());
        var expected = Pace.expected(programme.from(), programme.to(), on);
        var names = new DivisionNames(sql, asOf).of(new Divisions(sql).codes("CITY"));
        var lines = tasks.values().stream()
                .map(task -> line(task, targets.get(task.task()), count(tally, counts, task), expected, names))
                .toList();
        return new ProgressView(
                programme.programme(), programme.name(), programme.from(), programme.to(), on, expected, lines);
    }

    /** A task without projects asks every government for a school. */
    private static Count count(Tally tally, Map<String, Count> counts, TaskAdded task) {
        if (!task.projectKinds().isEmpty()) {
            return counts.getOrDefault(task.task(), new Count());
        }
        return switch (task.scope()) {
            case "PER_CITY" -> tally.governments(task.programme(), "CITY", COLLEGE);
            case "PER_COUNTY" -> tally.governments(task.programme(), "COUNTY", SECONDARY);
            default -> new Count();
        };
    }

    private Line line(
            TaskAdded task, @Nullable BigDecimal adopted, Count count, BigDecimal expected, Map<String, String> names) {
        var target = adopted == null ? null : adopted.multiply(BigDecimal.valueOf(times(task)));
        var percent = target == null || target.signum() == 0
                ? null
                : Decimals.percent(BigDecimal.valueOf(count.built()), target);
        return new Line(
                task.task(),
                task.name(),
                task.scope(),
                task.unit(),
                target,
                count.listed(),
                count.built(),
                isCounted(task) ? percent : null,
                cities(count, names),
                isCounted(task) ? Pace.of(percent, expected, count.listed()) : null);
    }

    /** How often a target stands in the province: once, or once for each government. */
    private int times(TaskAdded task) {
        int cities = divisions.getOrDefault("CITY", 0);
        int counties = divisions.getOrDefault("COUNTY", 0);
        return switch (task.scope()) {
            case "PER_CITY" -> cities;
            case "PER_COUNTY" -> counties;
            case "PER_UNIT" -> cities + counties;
            default -> 1;
        };
    }

    /** Reports and publicity are followed elsewhere. */
    private static boolean isCounted(TaskAdded task) {
        return switch (task.scope()) {
            case "PER_INSTITUTION", "NARRATIVE" -> false;
            default -> true;
        };
    }

    private static List<City> cities(Count count, Map<String, String> names) {
        return count.byCity().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(Count.NO_CITY))
                .map(entry -> new City(
                        entry.getKey(),
                        names.getOrDefault(entry.getKey(), entry.getKey()),
                        entry.getValue()[0],
                        entry.getValue()[1]))
                .toList();
    }
}
