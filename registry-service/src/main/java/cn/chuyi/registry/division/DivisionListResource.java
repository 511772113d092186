package cn.chuyi.registry.division;

import cn.chuyi.kit.http.Page;
import cn.chuyi.kit.http.Paging;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.registry.BusinessDates;
import cn.chuyi.registry.Filter;
import cn.chuyi.registry.Parameters;
import io.quarkus.panache.common.Sort;
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
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists of divisions, by code. */
@Path("/api/v1/divisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "divisions")
public class DivisionListResource {
    private final BusinessDates dates;

    DivisionListResource(BusinessDates dates) {
        this.dates = dates;
    }

    /** A division as it stands on the day asked for. */
    record DivisionLine(
            String code,
            String name,
            DivisionLevel level,
            @Nullable String parent,
            LocalDate openedOn,
            @Nullable LocalDate closedOn) {}

    @Schema(name = "DivisionList")
    record DivisionList(List<DivisionLine> items, @Nullable String next) {}

    @GET
    @PublicRead
    @Operation(summary = "Divisions as they stand on a day (today unless asOf says otherwise)")
    @APIResponseSchema(value = DivisionList.class, responseCode = "200")
    public Response list(
            @Parameter(schema = @Schema(implementation = DivisionLevel.class)) @QueryParam("level") @Nullable
                    String level,
            @QueryParam("parent") @Nullable String parent,
            @Parameter(schema = @Schema(implementation = LocalDate.class)) @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var request = Paging.request(limit, cursor);
        LocalDate day = Objects.requireNonNullElseGet(Parameters.date("asOf", asOf), dates::today);
        var filter = new Filter()
                .and("openedOn <= :day and (closedOn is null or closedOn > :day)", "day", day)
                .and("level = :level", "level", Parameters.choice(DivisionLevel.class, "level", level))
                .and("parent = :parent", "parent", parent)
                .and("code > :after", "after", request.after());
        List<DivisionRow> rows = DivisionRow.find(filter.condition(), Sort.by("code"), filter.parameters())
                .page(0, request.limit() + 1)
                .list();
        Page<DivisionRow> page = Paging.page(rows, request, row -> row.code);
        return Paging.answer(
                new Page<>(page.items().stream().map(row -> line(row, day)).toList(), page.next()), uri);
    }

    private static DivisionLine line(DivisionRow row, LocalDate day) {
        return new DivisionLine(row.code, row.page().nameOn(day), row.level, row.parent, row.openedOn, row.closedOn);
    }
}
