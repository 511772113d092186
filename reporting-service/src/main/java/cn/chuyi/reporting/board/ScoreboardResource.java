package cn.chuyi.reporting.board;

import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.reporting.board.Fingerprints.Print;
import cn.chuyi.reporting.board.Prints.Question;
import cn.chuyi.reporting.fold.ScoreTables.Row;
import cn.chuyi.reporting.ledger.Snapshots;
import cn.chuyi.reporting.score.CanonicalText;
import cn.chuyi.reporting.score.Level;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ranked board of a year and level, and the text by which anyone can compare two of them. */
@Path("/api/v1/scoreboards/{year}/{level}")
@Tag(name = "scoreboards")
@RunOnVirtualThread
public class ScoreboardResource {
    /** Says whether the canonical text has all units or only those that the caller may see. */
    static final String SCOPE = "X-Canonical-Scope";

    private final Snapshots snapshots;
    private final Freshness freshness;
    private final Sight sight;
    private final Answers answers;
    private final Prints prints;

    ScoreboardResource(Snapshots snapshots, Freshness freshness, Sight sight, Answers answers, Prints prints) {
        this.answers = answers;
        this.prints = prints;
        this.snapshots = snapshots;
        this.freshness = freshness;
        this.sight = sight;
    }

    @GET
    @PublicRead
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The ranked board; units that the caller may see")
    @APIResponseSchema(value = BoardView.class, responseCode = "200")
    public Response board(
            @PathParam("year") int year, @PathParam("level") Level level, @BeanParam ScoreResource.Reading reading) {
        var news = freshness.await(reading.after, reading.wait);
        var asked = Asked.of(year, reading.programme, reading.asOf);
        return Answers.response(answers.of(
                () -> fingerprint(asked, level, news == null ? prints::now : prints::afterwards),
                sql -> fingerprint(asked, level, question -> prints.within(sql, question)),
                sql -> {
                    var cycle = new Boards(sql).require(asked);
                    return new Ranked(sql, cycle, asked.asOf(), sight.everything())
                            .board(level, visible(new Boards(sql).level(cycle, level, asked.asOf())));
                }));
    }

    private @Nullable String fingerprint(Asked asked, Level level, Function<Question, @Nullable Print> prints) {
        var seen = asked.asOf() == null ? sight.shared() : null;
        var print = seen == null ? null : prints.apply(new Question.OfBoard(asked, level));
        return print == null ? null : "board " + level + " " + seen + " " + print.sha256();
    }

    @GET
    @Path("/canonical")
    @PublicRead
    @Produces("text/plain;charset=utf-8")
    @Operation(summary = "The canonical text; its SHA-256 is the ETag")
    public Response canonical(
            @PathParam("year") int year,
            @PathParam("level") Level level,
            @BeanParam ScoreResource.Reading reading,
            @Context Request request) {
        freshness.await(reading.after, reading.wait);
        var asked = Asked.of(year, reading.programme, reading.asOf);
        var text = snapshots.read(sql -> {
            var cycle = new Boards(sql).require(asked);
            return Ranked.text(cycle, visible(new Boards(sql).level(cycle, level, asked.asOf())));
        });
        var tag = new EntityTag(CanonicalText.sha256(text));
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? Response.ok(text).tag(tag) : unchanged;
        return answer.header(SCOPE, sight.everything() ? "complete" : "visible").build();
    }

    private List<Row> visible(List<Row> rows) {
        return sight.everything()
                ? rows
                : rows.stream()
                        .filter(row ->
                                sight.sees(row.unit().code(), row.result().edition()))
                        .toList();
    }
}
