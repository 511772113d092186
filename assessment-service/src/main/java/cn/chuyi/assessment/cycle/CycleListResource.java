package cn.chuyi.assessment.cycle;

import cn.chuyi.kit.http.Page;
import cn.chuyi.kit.http.Paging;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.kit.journal.Streams;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The cycles there are, over HTTP. */
@Path("/api/v1/cycles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cycles")
public class CycleListResource {
    private final Cycles cycles;
    private final Streams streams;

    CycleListResource(Cycles cycles, Streams streams) {
        this.cycles = cycles;
        this.streams = streams;
    }

    /**
     * One line of the list.
     *
     * @param units how many are listed
     * @param noticeOn when the notice took effect; absent before it
     */
    record CycleLine(
            String id,
            String programme,
            int year,
            Cycle.Status status,
            @Nullable LocalDate referenceDate,
            boolean demo,
            int units,
            @Nullable LocalDate noticeOn) {

        static CycleLine of(Cycle cycle) {
            var opened = cycle.opened();
            var notice = cycle.notice();
            return new CycleLine(
                    cycle.id().toString(),
                    cycle.id().programme(),
                    cycle.id().year(),
                    cycle.status(),
                    opened == null ? null : opened.referenceDate(),
                    cycle.demo(),
                    cycle.units().size(),
                    notice == null ? null : notice.effectiveOn());
        }
    }

    /** @param next cursor of the following page; absent on the last */
    record CycleLines(List<CycleLine> items, @Nullable String next) {}

    /** By id, which is programme and year. */
    @Operation(summary = "The cycles, by programme and year")
    @APIResponseSchema(value = CycleLines.class, responseCode = "200")
    @GET
    @PublicRead
    @Transactional
    public Response list(
            @QueryParam("programme") @Nullable String programme,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("status") Cycle.@Nullable Status status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var request = Paging.request(limit, cursor);
        var lines = streams.of(CycleId.STREAM, request).stream()
                .map(CycleView::parse)
                .filter(id -> programme == null || id.programme().equals(programme))
                .filter(id -> year == null || id.year() == year)
                .map(cycles::find)
                .filter(cycle -> status == null || cycle.status() == status)
                .limit(request.limit() + 1L)
                .map(CycleLine::of)
                .toList();
        Page<CycleLine> page = Paging.page(lines, request, CycleLine::id);
        return Paging.answer(page, uri);
    }
}
