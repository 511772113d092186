package cn.chuyi.reporting.board;

import cn.chuyi.kit.http.Page;
import cn.chuyi.kit.http.Paging;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.reporting.board.Fingerprints.Print;
import cn.chuyi.reporting.board.Freshness.News;
import cn.chuyi.reporting.board.Prints.Question;
import cn.chuyi.reporting.fold.Latest;
import cn.chuyi.reporting.fold.ScoreTables.Row;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Snapshots;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.score.Level;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The score of a unit: the number, and why it is that number. */
@Path("/api/v1/scores")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "scores")
@RunOnVirtualThread
public class ScoreResource {
    private final Snapshots snapshots;
    private final Freshness freshness;
    private final Latest latest;
    private final Sight sight;
    private final Answers answers;
    private final Prints prints;

    ScoreResource(
            Snapshots snapshots, Freshness freshness, Latest latest, Sight sight, Answers answers, Prints prints) {
        this.answers = answers;
        this.prints = prints;
        this.snapshots = snapshots;
        this.freshness = freshness;
        this.latest = latest;
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

    /** @param next cursor of the following page; absent on the last */
    @Schema(name = "ScoreList")
    record Scores(List<ScoreView> items, @Nullable String next) {}

    @GET
    @PublicRead
    @Operation(summary = "Scores of a year, by unit; those that the caller may see")
    @APIResponseSchema(value = Scores.class, responseCode = "200")
    public Response list(
            @QueryParam("year") @NotNull Integer year,
            @QueryParam("level") @Nullable Level level,
            @QueryParam("city") @Nullable String city,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @BeanParam Reading reading,
            @Context UriInfo uri) {
        freshness.await(reading.after, reading.wait);
        var request = Paging.request(limit, cursor);
        var asked = Asked.of(year, reading.programme, reading.asOf);
        var rows = snapshots.read(sql -> {
            var cycle = new Boards(sql).find(asked);
            return cycle == null
                    ? List.<ScoreView>of()
                    : new Showcase(sql, cycle, sight).page(level, city, request, asked.asOf());
        });
        Page<ScoreView> page = Paging.page(rows, request, view -> view.unit().code());
        return Paging.answer(page, uri);
    }

    @GET
    @Path("/{year}/{unit}")
    @PublicRead
    @Operation(summary = "The score of a unit, with its items")
    @APIResponseSchema(value = ScoreView.class, responseCode = "200")
    public Response score(@PathParam("year") int year, @PathParam("unit") String unit, @BeanParam Reading reading) {
        var news = freshness.await(reading.after, reading.wait);
        var asked = Asked.of(year, reading.programme, reading.asOf);
        var newest = news == null || asked.asOf() != null ? null : newest(asked, unit, news);
        if (newest != null) {
            sight.require(unit, newest.result().edition());
            return Answers.response(Answers.json(ScoreView.of(newest)));
        }
        return Answers.response(answers.of(
                () -> news != null ? null : fingerprint(asked, unit, prints::now),
                sql -> fingerprint(asked, unit, question -> prints.within(sql, question)),
                sql -> {
                    var cycle = new Boards(sql).require(asked);
                    var row = visible(sql, cycle, unit, asked.asOf());
                    return ScoreView.of(new Showcase(sql, cycle, sight).one(row, asked.asOf()));
                }));
    }

    private @Nullable Shown newest(Asked asked, String unit, News news) {
        boolean everything = sight.everything();
        var folded = latest.of(asked.year(), asked.programme(), unit, news.versions(), news.since());
        return folded == null
                ? snapshots.glance(sql -> new Newest(sql, everything).of(asked, unit))
                : Shown.of(folded, everything);
    }

    /** With the rank among all, or among the published. */
    private @Nullable String fingerprint(Asked asked, String unit, Function<Question, @Nullable Print> prints) {
        var print = asked.asOf() == null ? prints.apply(new Question.OfScore(asked, unit, sight.everything())) : null;
        if (print == null) {
            return null;
        }
        sight.require(unit, print.edition());
        return "score " + sight.everything() + " " + print.sha256();
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

    private Row visible(Sql sql, Cycle cycle, String unit, @Nullable Instant asOf) {
        var row = new Boards(sql).unit(cycle, unit, asOf);
        sight.require(unit, row.result().edition());
        return row;
    }
}
