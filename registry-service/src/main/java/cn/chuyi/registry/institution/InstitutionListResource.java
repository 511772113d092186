package cn.chuyi.registry.institution;

import cn.chuyi.kit.http.Page;
import cn.chuyi.kit.http.Paging;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.registry.Filter;
import cn.chuyi.registry.Keys;
import cn.chuyi.registry.Parameters;
import cn.chuyi.registry.SchoolKind;
import cn.chuyi.registry.division.Divisions;
import cn.chuyi.registry.institution.InstitutionEvent.Administration;
import cn.chuyi.registry.institution.InstitutionEvent.Ownership;
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
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists of institutions, in the order of registration. */
@Path("/api/v1/institutions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "institutions")
public class InstitutionListResource {
    private final Divisions divisions;

    InstitutionListResource(Divisions divisions) {
        this.divisions = divisions;
    }

    /** What a list shows of an institution. */
    record InstitutionLine(
            UUID id,
            @Nullable String code,
            String name,
            SchoolKind kind,
            Ownership ownership,
            String locatedIn,
            Administration administeredBy,
            boolean enrols,
            boolean demo,
            @Nullable LocalDate closedOn) {}

    @Schema(name = "InstitutionList")
    record InstitutionList(
            List<InstitutionLine> items, @Nullable String next) {}

    @GET
    @PublicRead
    @Operation(summary = "Institutions by kind, place (with all below it), administering division and name")
    @APIResponseSchema(value = InstitutionList.class, responseCode = "200")
    public Response list(
            @Parameter(schema = @Schema(implementation = SchoolKind.class)) @QueryParam("kind") @Nullable String kind,
            @QueryParam("locatedIn") @Nullable String locatedIn,
            @QueryParam("administeredBy") @Nullable String administeredBy,
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var request = Paging.request(limit, cursor);
        var filter = new Filter()
                .and("kind = :kind", "kind", Parameters.choice(SchoolKind.class, "kind", kind))
                .and("locatedIn in :places", "places", locatedIn == null ? null : divisions.within(locatedIn))
                .and("administeredBy = :administrator", "administrator", administeredBy)
                .and("lower(name) like :q escape '!'", "q", q == null ? null : containing(q))
                .and("id > :after", "after", Keys.after(request));
        List<InstitutionRow> rows = InstitutionRow.find(filter.condition(), Sort.by("id"), filter.parameters())
                .page(0, request.limit() + 1)
                .list();
        Page<InstitutionRow> page = Paging.page(rows, request, row -> row.id.toString());
        var lines = page.items().stream().map(row -> line(row.page())).toList();
        return Paging.answer(new Page<>(lines, page.next()), uri);
    }

    private static InstitutionLine line(InstitutionPage page) {
        return new InstitutionLine(
                page.id,
                page.code,
                page.name,
                page.kind,
                page.ownership,
                page.locatedIn,
                page.administeredBy,
                page.enrols,
                page.demo,
                page.closedOn);
    }

    private static String containing(String text) {
        String literal = text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        return "%" + literal + "%";
    }
}
