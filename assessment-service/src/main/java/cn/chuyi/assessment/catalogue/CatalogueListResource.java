package cn.chuyi.assessment.catalogue;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogues there are, over HTTP; their content is at each one's own address. */
@Path("/api/v1/catalogues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogues")
public class CatalogueListResource {
    private final Catalogues catalogues;
    private final Streams streams;

    CatalogueListResource(Catalogues catalogues, Streams streams) {
        this.catalogues = catalogues;
        this.streams = streams;
    }

    /**
     * One line of the list.
     *
     * @param revision the draft's where there is one, else the latest frozen one
     * @param sha256 digest of the latest frozen revision; absent before the first
     */
    record CatalogueLine(
            String id,
            String programme,
            int year,
            Level level,
            int revision,
            CatalogueStatus status,
            @Nullable String sha256) {

        static CatalogueLine of(CatalogueId id, Catalogue catalogue) {
            var draft = catalogue.draft();
            var frozen = catalogue.frozen();
            return new CatalogueLine(
                    id.toString(),
                    id.programme(),
                    id.year(),
                    id.level(),
                    draft != null ? draft.revision() : frozen != null ? frozen.revision() : 0,
                    draft != null ? CatalogueStatus.DRAFT : CatalogueStatus.FROZEN,
                    frozen == null ? null : frozen.sha256());
        }
    }

    enum CatalogueStatus {
        DRAFT,
        FROZEN
    }

    /** @param next cursor of the following page; absent on the last */
    record CatalogueLines(
            List<CatalogueLine> items, @Nullable String next) {}

    /** By id, which is programme, year and level. */
    @Operation(summary = "The catalogues, by programme, year and level")
    @APIResponseSchema(value = CatalogueLines.class, responseCode = "200")
    @GET
    @PublicRead
    @Transactional
    public Response list(
            @QueryParam("programme") @Nullable String programme,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("level") @Nullable Level level,
            @QueryParam("status") @Nullable CatalogueStatus status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var request = Paging.request(limit, cursor);
        var lines = streams.of(CatalogueId.STREAM, request).stream()
                .map(CatalogueResource::parse)
                .filter(id -> programme == null || id.programme().equals(programme))
                .filter(id -> year == null || id.year() == year)
                .filter(id -> level == null || id.level() == level)
                .map(id -> CatalogueLine.of(id, catalogues.load(id).state()))
                .filter(line -> status == null || line.status() == status)
                .limit(request.limit() + 1L)
                .toList();
        Page<CatalogueLine> page = Paging.page(lines, request, CatalogueLine::id);
        return Paging.answer(page, uri);
    }
}
