package cn.chuyi.registry.project;

import cn.chuyi.kit.http.Page;
import cn.chuyi.kit.http.Paging;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.registry.Filter;
import cn.chuyi.registry.Keys;
import cn.chuyi.registry.Parameters;
import cn.chuyi.registry.division.Divisions;
import cn.chuyi.registry.project.ProjectEvent.LeadUnit;
import io.quarkus.panache.common.Sort;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists of projects, in the order of declaration. */
@Path("/api/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "projects")
public class ProjectListResource {
    private final Divisions divisions;

    ProjectListResource(Divisions divisions) {
        this.divisions = divisions;
    }

    /** What a list shows of a project. */
    record ProjectLine(
            UUID id,
            String programme,
            String task,
            String kind,
            String name,
            LeadUnit leadUnit,
            String locatedIn,
            ProjectStatus status,
            @Nullable String stage,
            boolean demo) {}

    @Schema(name = "ProjectList")
    record ProjectList(List<ProjectLine> items, @Nullable String next) {}

    @GET
    @PublicRead
    @Operation(summary = "Projects by programme, task, kind, status and division (with all below it)")
    @APIResponseSchema(value = ProjectList.class, responseCode = "200")
    public Response list(
            @QueryParam("programme") @Nullable String programme,
            @QueryParam("task") @Nullable String task,
            @QueryParam("kind") @Nullable String kind,
            @Parameter(schema = @Schema(implementation = ProjectStatus.class)) @QueryParam("status") @Nullable
                    String status,
            @QueryParam("division") @Nullable String division,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var request = Paging.request(limit, cursor);
        var filter = new Filter()
                .and("programme = :programme", "programme", programme)
                .and("task = :task", "task", task)
                .and("kind = :kind", "kind", kind)
                .and("status = :status", "status", Parameters.choice(ProjectStatus.class, "status", status))
                .and("locatedIn in :places", "places", division == null ? null : divisions.within(division))
                .and("id > :after", "after", Keys.after(request));
        List<ProjectRow> rows = ProjectRow.find(filter.condition(), Sort.by("id"), filter.parameters())
                .page(0, request.limit() + 1)
                .list();
        Page<ProjectRow> page = Paging.page(rows, request, row -> row.id.toString());
        var lines = page.items().stream().map(row -> line(row.page())).toList();
        return Paging.answer(new Page<>(lines, page.next()), uri);
    }

    private static ProjectLine line(ProjectPage page) {
        return new ProjectLine(
                page.id,
                page.programme,
                page.task,
                page.kind,
                page.name,
                page.leadUnit,
                page.locatedIn,
                page.status,
                page.stage,
                page.demo);
    }
}
