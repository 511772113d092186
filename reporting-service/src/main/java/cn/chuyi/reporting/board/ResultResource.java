package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.reporting.export.Packages;
import cn.chuyi.reporting.export.Packages.Planner;
import cn.chuyi.reporting.export.Planned;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.fold.ScoreTables;
import cn.chuyi.reporting.fold.ScoreTables.Row;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Snapshots;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.score.Level;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Results as signed packages that anyone can verify without this service. */
@Path("/api/v1/results/{year}")
@Tag(name = "results")
@RunOnVirtualThread
public class ResultResource {
    static final String ZIP = "application/zip";

    private final Snapshots snapshots;
    private final Freshness freshness;
    private final Sight sight;
    private final Packages packages;

    ResultResource(Snapshots snapshots, Freshness freshness, Sight sight, Packages packages) {
        this.snapshots = snapshots;
        this.freshness = freshness;
        this.sight = sight;
        this.packages = packages;
    }

    /** What may be asked of a package. */
    public static class Wanted {
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
    @Path("/{unit}.zip")
    @PublicRead
    @Produces(ZIP)
    @Operation(summary = "A unit's result as a signed package that verifies itself")
    public Response unit(
            @PathParam("year") int year,
            @PathParam("unit") String unit,
            @QueryParam("edition") @Nullable Integer edition,
            @BeanParam Wanted wanted) {
        freshness.await(wanted.after, wanted.wait);
        var asked = Asked.of(year, wanted.programme, wanted.asOf);
        var planned = snapshots.read(sql -> {
            var cycle = new Boards(sql).require(asked);
            var row = new Boards(sql).unit(cycle, unit, asked.asOf());
            var result = edition == null ? row.result() : edition(sql, cycle, unit, edition, asked.asOf());
            sight.require(unit, result.edition());
            return new Planning(sql, cycle, asked.asOf()).of(new Row(row.unit(), result, row.digest()));
        });
        packages.requireKey();
        return zip(packages.unit(planned), year + "-" + unit, asked.asOf());
    }

    @GET
    @Path("/{level}/board.zip")
    @PublicRead
    @Produces(ZIP)
    @Operation(summary = "A board as a signed package: of every unit that the caller may see")
    public Response board(@PathParam("year") int year, @PathParam("level") Level level, @BeanParam Wanted wanted) {
        freshness.await(wanted.after, wanted.wait);
        packages.requireKey();
        boolean everything = sight.everything();
        var asked = Asked.of(year, wanted.programme, wanted.asOf);
        var board = snapshots.read(sql -> {
            var cycle = new Boards(sql).require(asked);
            var planning = new Planning(sql, cycle, asked.asOf());
            var rows = new Boards(sql)
                    .level(cycle, level, asked.asOf()).stream()
                            .filter(row -> everything
                                    || sight.sees(
                                            row.unit().code(), row.result().edition()))
                            .sorted(Comparator.comparing(row -> row.unit().code()))
                            .map(planning::of)
                            .toList();
            return new Board(cycle, asked.asOf(), rows);
        });
        return file(board, level, everything ? "complete" : "visible");
    }

    private record Board(Cycle cycle, @Nullable Instant asOf, List<Planned> units) {}

    private record Planning(Sql sql, Cycle cycle, @Nullable Instant asOf) {
        Planned of(Row row) {
            var explanation = new Explanations(sql, cycle, asOf).of(row.unit(), row.result());
            return new Planner(sql, cycle, asOf).plan(row.unit(), row.result(), json(explanation));
        }
    }

    private static Result edition(Sql sql, Cycle cycle, String unit, int edition, @Nullable Instant asOf) {
        return new ScoreTables(sql)
                .editions(cycle.id(), List.of(unit)).getOrDefault(unit, List.of()).stream()
                        .filter(one -> asOf == null || !one.sealed().isAfter(asOf))
                        .map(ScoreTables.Edition::result)
                        .filter(result -> result.edition() == edition)
                        .findFirst()
                        .orElseThrow(() -> ProblemException.notFound(
                                "EDITION_UNKNOWN",
                                new Text(
                                        "单位 " + unit + " 没有第 " + edition + " 版结果。",
                                        "Unit " + unit + " has no edition " + edition + "."),
                                new Text(
                                        "请查看 /scores/{year}/{unit}/editions。", "See /scores/{year}/{unit}/editions.")));
    }

    private static String json(Explanation explanation) {
        try {
            return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(explanation) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write an explanation", e);
        }
    }

    private Response file(Board board, Level level, String scope) {
        try {
            var file = Files.createTempFile("board", ".zip");
            try {
                packages.board(board.cycle(), level, board.asOf(), scope, board.units(), file);
            } catch (RuntimeException e) {
                Files.delete(file);
                throw e;
            }
            StreamingOutput sent = out -> {
                try {
                    Files.copy(file, out);
                } finally {
                    Files.delete(file);
                }
            };
            return zip(sent, board.cycle().year() + "-" + level, board.asOf());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a board's package", e);
        }
    }

    private static Response zip(Object content, String name, @Nullable Instant asOf) {
        var then = asOf == null ? "" : "-as-of-" + asOf.toString().replace(":", "");
        return Response.ok(content, ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"chuyi-result-" + name + then + ".zip\"")
                .build();
    }
}
