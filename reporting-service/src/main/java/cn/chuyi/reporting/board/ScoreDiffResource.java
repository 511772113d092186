package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.reporting.ledger.Snapshots;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What moved a score between two instants. */
@Path("/api/v1/scores/{year}/{unit}/diff")
@Tag(name = "scores")
public class ScoreDiffResource {
    private final Snapshots snapshots;
    private final Sight sight;
    private final Clock clock;

    ScoreDiffResource(Snapshots snapshots, Sight sight, Clock clock) {
        this.snapshots = snapshots;
        this.sight = sight;
        this.clock = clock;
    }

    @GET
    @PublicRead
    @Operation(
            summary = "Which events moved which indicator by how much, between two instants; to is now when left out")
    public DiffView diff(
            @PathParam("year") int year,
            @PathParam("unit") String unit,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("programme") @Nullable String programme) {
        var then = instant(year, programme, from, "from");
        if (then == null) {
            throw problem(
                    "PARAMETER_MISSING",
                    new Text("缺少 from。", "from is missing."),
                    new Text(
                            "请给出开始时间，例如 2026-01-05T08:00:00+08:00。",
                            "Say since when, for example 2026-01-05T08:00:00+08:00."));
        }
        var now = instant(year, programme, to, "to");
        var until = now == null ? clock.instant() : now;
        if (then.isAfter(until)) {
            throw problem(
                    "PARAMETER_ORDER",
                    new Text("from 晚于 to。", "from is later than to."),
                    new Text("请把较早的时间放在 from。", "Put the earlier instant into from."));
        }
        return snapshots.read(sql -> new Diffs(sql, sight, year, programme).of(unit, then, until));
    }

    private static @Nullable Instant instant(
            int year, @Nullable String programme, @Nullable String text, String parameter) {
        return Asked.of(year, programme, text, parameter).asOf();
    }

    private static ProblemException problem(String code, Text detail, Text remedy) {
        return new ProblemException(400, code, detail, remedy, "from");
    }
}
