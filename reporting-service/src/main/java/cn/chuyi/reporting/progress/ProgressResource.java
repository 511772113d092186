package cn.chuyi.reporting.progress;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.reporting.board.Asked;
import cn.chuyi.reporting.board.Freshness;
import cn.chuyi.reporting.ledger.Snapshots;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The programme's tasks: target, listed, built, by city, pace. */
@Path("/api/v1/programmes")
@Tag(name = "progress")
@RunOnVirtualThread
public class ProgressResource {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Snapshots snapshots;
    private final Freshness freshness;
    private final Clock clock;

    ProgressResource(Snapshots snapshots, Freshness freshness, Clock clock) {
        this.snapshots = snapshots;
        this.freshness = freshness;
        this.clock = clock;
    }

    @GET
    @Path("/{code}/progress")
    @PublicRead
    @Operation(summary = "How far each task of a programme is")
    public ProgressView progress(
            @PathParam("code") String code,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("after") @Nullable String after,
            @QueryParam("wait") @Nullable String wait) {
        freshness.await(after, wait);
        var instant = Asked.of(0, code, asOf).asOf();
        var on = LocalDate.ofInstant(instant == null ? clock.instant() : instant, SHANGHAI);
        var view = snapshots.<@Nullable ProgressView>read(sql -> new ProgressBoard(sql, on, instant).of(code));
        if (view == null) {
            throw ProblemException.notFound(
                    "PROGRAMME_UNKNOWN",
                    new Text("没有编号为 " + code + " 的计划。", "There is no programme " + code + "."),
                    new Text("请确认编号，例如 CHUYI-2022。", "Check the code, for example CHUYI-2022."));
        }
        return view;
    }
}
