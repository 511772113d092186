package cn.chuyi.reporting.board;

import cn.chuyi.kit.http.Page;
import cn.chuyi.kit.http.PageRequest;
import cn.chuyi.kit.http.Paging;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.reporting.fold.Catalogues;
import cn.chuyi.reporting.fold.ScoreTables;
import cn.chuyi.reporting.fold.ScoreTables.Row;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Divisions;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Snapshots;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Level;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The score of a unit: the number, why it is that number, and what was published. */
@Path("/api/v1/scores")
@Tag(name = "scores")
public class ScoreResource {
    private final Snapshots snapshots;
    private final Freshness freshness;
    private final Sight sight;

    ScoreResource(Snapshots snapshots, Freshness freshness, Sight sight) {
        this.snapshots = snapshots;
        this.freshness = freshness;
        this.sight = sight;
    }

    /** What every read of a score may ask for. */
    public static class Reading {
        @QueryParam("programme")
        @Nullable
        String programme;

        @QueryParam("asOf")
        @Nullable
        String asOf;

        @QueryParam("after")
        @Nullable
        String after;

        @QueryParam("wait")
        @Nullable
        String wait;
    }

    @GET
    @PublicRead
    @Operation(summary = "Scores of a year, by unit; those that the caller may see")
    public Response list(
            @QueryParam("year") int year,
            @QueryParam("level") @Nullable Level level,
            @QueryParam("city") @Nullable String city,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @BeanParam Reading reading,
            @Context UriInfo uri) {
        freshness.await(reading.after, reading.wait);
        var request = Paging.request(limit, cursor);
        var asked = Asked.of(year, reading.programme, null);
        var rows = snapshots.read(sql -> {
            var cycle = new Boards(sql).find(asked);
            return cycle == null ? List.<ScoreView>of() : page(sql, cycle, level, city, request);
        });
        Page<ScoreView> page = Paging.page(rows, request, view -> view.unit().code());
        return Paging.answer(page, uri);
    }

    @GET
    @Path("/{year}/{unit}")
    @PublicRead
    @Operation(summary = "The score of a unit, with its items")
    public ScoreView score(@PathParam("year") int year, @PathParam("unit") String unit, @BeanParam Reading reading) {
        freshness.await(reading.after, reading.wait);
        var asked = Asked.of(year, reading.programme, reading.asOf);
        return snapshots.read(sql -> {
            var cycle = new Boards(sql).require(asked);
            var row = visible(sql, cycle, unit, asked.asOf());
            return ScoreView.of(shown(sql, cycle, row, asked.asOf()));
        });
    }

    @GET
    @Path("/{year}/{unit}/explanation")
    @PublicRead
    @Operation(summary = "Why the score is what it is, down to the events and evidence")
    public Explanation explanation(
            @PathParam("year") int year, @PathParam("unit") String unit, @BeanParam Reading reading) {
        freshness.await(reading.after, reading.wait);
        var asked = Asked.of(year, reading.programme, reading.asOf);
        return snapshots.read(sql -> {
            var cycle = new Boards(sql).require(asked);
            var row = visible(sql, cycle, unit, asked.asOf());
            return new Explanations(sql, cycle, asked.asOf()).of(row.unit(), row.result());
        });
    }

    @GET
    @Path("/{year}/{unit}/editions")
    @PublicRead
    @Operation(summary = "What was published, oldest first")
    public List<EditionView> editions(
            @PathParam("year") int year, @PathParam("unit") String unit, @BeanParam Reading reading) {
        freshness.await(reading.after, reading.wait);
        var asked = Asked.of(year, reading.programme, null);
        return snapshots.read(sql -> {
            var cycle = new Boards(sql).require(asked);
            var row = new Boards(sql).unit(cycle, unit, null);
            return new ScoreTables(sql)
                    .editions(cycle.id(), List.of(unit)).getOrDefault(unit, List.of()).stream()
                            .map(edition -> EditionView.of(cycle, row.unit(), edition))
                            .toList();
        });
    }

    private Row visible(Sql sql, Cycle cycle, String unit, @Nullable Instant asOf) {
        var row = new Boards(sql).unit(cycle, unit, asOf);
        sight.require(unit, row.result().edition());
        return row;
    }

    private Shown shown(Sql sql, Cycle cycle, Row row, @Nullable Instant asOf) {
        var unit = row.unit();
        var assessor = new Catalogues(new Ledger(sql)).assessor(cycle, unit.level(), asOf);
        var missing = Incompleteness.of(sql, cycle, List.of(unit))
                .of(unit, row.result().edition(), cycle);
        return new Shown(
                cycle,
                unit,
                row.result(),
                row.digest(),
                assessor == null ? null : assessor.catalogue(),
                asOf == null ? rank(sql, cycle, row) : null,
                missing,
                names(sql, List.of(row)));
    }

    private @Nullable Integer rank(Sql sql, Cycle cycle, Row row) {
        boolean published = row.result().edition() > 0;
        return published || sight.everything()
                ? new ScoreTables(sql).rank(cycle.id(), row.unit().code(), !sight.everything())
                : null;
    }

    private List<ScoreView> page(
            Sql sql, Cycle cycle, @Nullable Level level, @Nullable String city, PageRequest request) {
        var rows = visiblePage(sql, cycle, level, city, request);
        var names = names(sql, rows);
        var units = rows.stream().map(Row::unit).toList();
        var incompleteness = Incompleteness.of(sql, cycle, units);
        boolean everything = sight.everything();
        var ranks = new ScoreTables(sql)
                .ranks(cycle.id(), units.stream().map(Unit::code).toList(), !everything);
        return rows.stream()
                .map(row -> ScoreView.of(new Shown(
                        cycle,
                        row.unit(),
                        row.result(),
                        row.digest(),
                        null,
                        everything || row.result().edition() > 0
                                ? ranks.get(row.unit().code())
                                : null,
                        incompleteness.of(row.unit(), row.result().edition(), cycle),
                        names)))
                .toList();
    }

    /** One row more than asked for, where there are more. */
    private List<Row> visiblePage(
            Sql sql, Cycle cycle, @Nullable Level level, @Nullable String city, PageRequest request) {
        var visible = new ArrayList<Row>();
        var after = Objects.requireNonNullElse(request.after(), "");
        int wanted = request.limit() + 1;
        while (visible.size() < wanted) {
            var rows = new ScoreTables(sql).page(cycle.id(), level, city, after, wanted);
            rows.stream()
                    .filter(row -> sight.sees(row.unit().code(), row.result().edition()))
                    .forEach(visible::add);
            if (rows.size() < wanted) {
                break;
            }
            after = rows.getLast().unit().code();
        }
        return visible.subList(0, Math.min(visible.size(), wanted));
    }

    private static Map<String, String> names(Sql sql, Collection<Row> rows) {
        var codes = rows.stream()
                .flatMap(row -> Stream.of(row.unit().code(), row.unit().parent()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Divisions(sql).names(codes);
    }
}
