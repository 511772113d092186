package cn.chuyi.reporting.board;

import cn.chuyi.kit.http.Page;
import cn.chuyi.kit.http.PageRequest;
import cn.chuyi.kit.http.Paging;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.reporting.ledger.Snapshots;
import cn.chuyi.reporting.ledger.Sql;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Every result that a unit ever had in a year, and which events made it another. */
@Path("/api/v1/scores/{year}/{unit}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "scores")
@RunOnVirtualThread
public class ScoreHistoryResource {
    private final Snapshots snapshots;
    private final Freshness freshness;
    private final Sight sight;

    ScoreHistoryResource(Snapshots snapshots, Freshness freshness, Sight sight) {
        this.snapshots = snapshots;
        this.freshness = freshness;
        this.sight = sight;
    }

    /** @param next cursor of the following page; absent on the last */
    @Schema(name = "ScoreHistory")
    record Entries(List<HistoryView> items, @Nullable String next) {}

    @GET
    @PublicRead
    @Operation(summary = "Each result that was recorded, oldest first, with the events that moved it")
    @APIResponseSchema(value = Entries.class, responseCode = "200")
    public Response history(
            @PathParam("year") int year,
            @PathParam("unit") String unit,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @BeanParam ScoreResource.Reading reading,
            @Context UriInfo uri) {
        freshness.await(reading.after, reading.wait);
        var request = Paging.request(limit, cursor);
        var asked = Asked.of(year, reading.programme, reading.asOf);
        var entries = snapshots.read(sql -> entries(sql, asked, unit, request));
        Page<HistoryView> page = Paging.page(entries, request, ScoreHistoryResource::key);
        return Paging.answer(page, uri);
    }

    private List<HistoryView> entries(Sql sql, Asked asked, String code, PageRequest request) {
        var boards = new Boards(sql);
        var cycle = boards.require(asked);
        var row = boards.unit(cycle, code, asked.asOf());
        sight.require(code, row.result().edition());
        return History.of(sql, cycle, row.unit(), asked.asOf()).stream()
                .filter(step -> sees(code, step))
                .filter(step -> request.after() == null || key(step.recorded()).compareTo(request.after()) > 0)
                .limit(request.limit() + 1L)
                .map(step -> HistoryView.of(cycle, row.unit(), step, seen(code, step.before())))
                .toList();
    }

    private History.@Nullable Step seen(String code, History.@Nullable Step step) {
        return step != null && sees(code, step) ? step : null;
    }

    private boolean sees(String code, History.Step step) {
        return sight.sees(code, step.result().edition());
    }

    private static String key(HistoryView entry) {
        return key(entry.recorded());
    }

    /** Of the same length for each, so that the order of texts is the order of time. */
    private static String key(Instant recorded) {
        return "%019d%09d".formatted(recorded.getEpochSecond(), recorded.getNano());
    }
}
