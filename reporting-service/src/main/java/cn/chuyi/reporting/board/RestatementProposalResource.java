package cn.chuyi.reporting.board;

import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.PageRequest;
import cn.chuyi.kit.http.Paging;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where the register was corrected after a result was published. Nothing of a result changes by it. */
@Path("/api/v1/restatement-proposals")
@Tag(name = "scores")
@RunOnVirtualThread
public class RestatementProposalResource {
    private static final int CHUNK = 200;

    private final Snapshots snapshots;
    private final Freshness freshness;
    private final Sight sight;

    RestatementProposalResource(Snapshots snapshots, Freshness freshness, Sight sight) {
        this.snapshots = snapshots;
        this.freshness = freshness;
        this.sight = sight;
    }

    /** What {@link #list} answers. */
    @Schema(name = "RestatementProposals")
    record Proposed(List<ProposalView> items, @Nullable String next) {}

    @GET
    @Allowed(Sight.READ)
    @Operation(summary = "Published results that a corrected register would change, and how; by unit")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Proposed.class)))
    public Response list(
            @QueryParam("year") @NotNull Integer year,
            @QueryParam("level") @Nullable Level level,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @BeanParam ScoreResource.Reading reading,
            @Context UriInfo uri) {
        freshness.await(reading.after, reading.wait);
        var request = Paging.request(limit, cursor);
        var found = snapshots.read(sql -> {
            var cycle = new Boards(sql).require(Asked.of(year, reading.programme, null));
            return unit == null ? page(sql, cycle, level, request) : one(sql, cycle, unit);
        });
        return Paging.answer(
                Paging.page(found, request, proposal -> proposal.unit().code()), uri);
    }

    private List<ProposalView> one(Sql sql, Cycle cycle, String unit) {
        var row = new Boards(sql).unit(cycle, unit, null);
        return sight.sees(unit, 0) ? new Proposals(sql, cycle).of(List.of(row)) : List.of();
    }

    /** One more than asked for, where there are more. */
    private List<ProposalView> page(Sql sql, Cycle cycle, @Nullable Level level, PageRequest request) {
        var found = new ArrayList<ProposalView>();
        var after = Objects.requireNonNullElse(request.after(), "");
        List<Row> rows;
        do {
            rows = new Boards(sql).page(cycle, level, null, after, CHUNK, null);
            found.addAll(new Proposals(sql, cycle)
                    .of(rows.stream()
                            .filter(row -> sight.sees(row.unit().code(), 0))
                            .toList()));
            after = rows.isEmpty() ? after : rows.getLast().unit().code();
        } while (rows.size() == CHUNK && found.size() <= request.limit());
        return found.stream()
                .sorted((a, b) -> a.unit().code().compareTo(b.unit().code()))
                .limit(request.limit() + 1L)
                .toList();
    }
}
