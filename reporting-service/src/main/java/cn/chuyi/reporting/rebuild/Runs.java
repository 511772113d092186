package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.event.Json;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.Rebuild.Report;
import cn.chuyi.reporting.rebuild.Run.State;
import cn.chuyi.reporting.rebuild.Run.Trigger;
import cn.chuyi.reporting.rebuild.course.Estimate;
import cn.chuyi.reporting.rebuild.course.Mark;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The record of rebuilds, so that every replica can tell how one goes and can ask it to stop. */
@ApplicationScoped
class Runs {
    private static final String COLUMNS =
            "id, trigger, dry_run, state, requested_by, started_at, finished_at, progress, steps, units, roots,"
                    + " differences, failure";

    private final DataSource database;
    private final Clock clock;

    Runs(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void begin(String id, Trigger trigger, boolean dryRun, @Nullable String requestedBy) {
        var now = clock.instant();
        with(sql -> sql.update("""
                insert into rebuild (id, trigger, dry_run, state, requested_by, started_at, progress)
                values (?, ?, ?, 'RUNNING', ?, ?, ?)""", id, trigger, dryRun, requestedBy, now, json(Mark.first(now))));
    }

    /** @return whether somebody asked it to stop */
    boolean advance(String id, Mark mark, List<Mark> steps) {
        return Boolean.TRUE.equals(with(sql -> sql.one(
                "update rebuild set progress = ?, steps = ? where id = ? returning cancel",
                row -> row.getBoolean(1),
                json(mark),
                json(steps),
                id)));
    }

    /** @param report absent when it did not come to its end */
    void finish(String id, State state, @Nullable Report report, @Nullable String failure) {
        var found = report == null ? new Report(0, List.of(), List.of()) : report;
        with(sql -> sql.update(
                """
                update rebuild set state = ?, finished_at = ?, units = ?, roots = ?, differences = ?, failure = ?
                where id = ?""",
                state,
                clock.instant(),
                found.units(),
                json(found.roots()),
                json(found.differences()),
                failure,
                id));
    }

    /** @return false when it has ended, or there is none such */
    boolean cancel(String id) {
        return with(sql -> sql.update("update rebuild set cancel = true where id = ? and state = 'RUNNING'", id)) > 0;
    }

    /** Rebuilds that say they run although nobody holds the lock: their process died. */
    void bury() {
        with(sql -> sql.update(
                "update rebuild set state = 'FAILED', finished_at = ?, failure = 'interrupted' where state = 'RUNNING'",
                clock.instant()));
    }

    @Nullable
    Run find(String id) {
        return with(sql -> sql.one("select " + COLUMNS + " from rebuild where id = ?", Runs::row, id));
    }

    List<Run> latest() {
        return with(
                sql -> sql.list("select " + COLUMNS + " from rebuild order by started_at desc limit 50", Runs::row));
    }

    /** The last one that compared and swapped nothing, whoever wanted it; absent when there is none. */
    @Nullable
    Run lastCheck() {
        return with(sql -> sql.one(
                "select " + COLUMNS + " from rebuild where dry_run and state in ('DONE', 'FAILED')"
                        + " order by finished_at desc limit 1",
                Runs::row));
    }

    /** When a check last found everything equal; absent when none has. */
    @Nullable
    Instant lastEqual() {
        return with(sql -> sql.one(
                "select finished_at from rebuild where dry_run and state = 'DONE' and differences = '[]'"
                        + " order by finished_at desc limit 1",
                row -> row.getTimestamp(1).toInstant()));
    }

    /** Whether the schedule has begun one since. */
    boolean selfCheckedSince(Instant due) {
        return with(sql -> sql.one(
                        "select 1 from rebuild where trigger = 'SELF_CHECK' and started_at >= ? limit 1",
                        row -> row.getInt(1),
                        due))
                != null;
    }

    /** What the last one that came to its end took after reading. */
    Estimate estimate() {
        var run = with(sql -> sql.one(
                "select " + COLUMNS + " from rebuild where state = 'DONE' and progress is not null"
                        + " order by finished_at desc limit 1",
                Runs::row));
        return run == null ? Estimate.NONE : run.estimate();
    }

    private <T> T with(Function<Sql, T> work) {
        try (Connection connection = database.getConnection()) {
            return work.apply(new Sql(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot reach the record of rebuilds", e);
        }
    }

    private static Run row(ResultSet row) throws SQLException {
        return new Run(
                row.getString("id"),
                Trigger.valueOf(row.getString("trigger")),
                row.getBoolean("dry_run"),
                State.valueOf(row.getString("state")),
                row.getString("requested_by"),
                row.getTimestamp("started_at").toInstant(),
                instant(row.getTimestamp("finished_at")),
                mark(row.getString("progress")),
                read(row.getString("steps"), new TypeReference<>() {}),
                row.getInt("units"),
                read(row.getString("roots"), new TypeReference<>() {}),
                read(row.getString("differences"), new TypeReference<>() {}),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Mark mark(@Nullable String json) {
        return json == null ? null : read(json, new TypeReference<>() {});
    }

    private static String json(Object found) {
        try {
            return Json.mapper().writeValueAsString(found);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write what was found", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we wrote cannot be read", e);
        }
    }
}
