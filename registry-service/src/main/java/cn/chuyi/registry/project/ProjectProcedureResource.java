package cn.chuyi.registry.project;

import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Idempotent;
import cn.chuyi.registry.BusinessDates;
import cn.chuyi.registry.project.ProjectCommand.AcceptProject;
import cn.chuyi.registry.project.ProjectCommand.ListProject;
import cn.chuyi.registry.project.ProjectCommand.RecogniseProject;
import cn.chuyi.registry.project.ProjectCommand.RecommendProject;
import cn.chuyi.registry.project.ProjectCommand.TerminateProject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The procedure of a project: recommended, listed, accepted, recognised, or ended. */
@Path("/api/v1/projects/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "projects")
public class ProjectProcedureResource {
    private final ProjectDesk desk;
    private final BusinessDates dates;

    ProjectProcedureResource(ProjectDesk desk, BusinessDates dates) {
        this.desk = desk;
        this.dates = dates;
    }

    record Recommendation(
            @Nullable @Size(max = 6) String by, @Nullable LocalDate effectiveOn) {}

    record Listing(
            @NotBlank @Size(max = 100) String batch,
            @NotBlank @Size(max = 200) String notice,
            @Nullable LocalDate effectiveOn) {}

    record Acceptance(@Nullable LocalDate effectiveOn) {}

    record Recognition(
            @NotBlank @Size(max = 200) String notice,
            @Nullable LocalDate effectiveOn) {}

    record Termination(
            @NotBlank @Size(max = 1000) String reason,
            @Nullable LocalDate effectiveOn) {}

    @POST
    @Path("/recommendation")
    @Transactional
    @Idempotent
    @Allowed("recommend-project")
    @Operation(summary = "Recommend a declared project")
    @APIResponseSchema(value = ProjectPage.class, responseCode = "200")
    public Response recommend(
            String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Recommendation body) {
        LocalDate on = dates.effective(body.effectiveOn());
        return desk.handle("recommend-project", id, ifMatch, () -> new RecommendProject(desk.division(body.by()), on));
    }

    @POST
    @Path("/listing")
    @Transactional
    @Idempotent
    @Allowed("list-project")
    @Operation(summary = "Put a project on the published list of a batch (立项)")
    @APIResponseSchema(value = ProjectPage.class, responseCode = "200")
    public Response list(String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Listing body) {
        LocalDate on = dates.effective(body.effectiveOn());
        return desk.handle("list-project", id, ifMatch, () -> new ListProject(body.batch(), body.notice(), on));
    }

    @POST
    @Path("/acceptance")
    @Transactional
    @Idempotent
    @Allowed("accept-project")
    @Operation(summary = "Accept a listed project after inspection (验收)")
    @APIResponseSchema(value = ProjectPage.class, responseCode = "200")
    public Response accept(
            String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Acceptance body) {
        return desk.handle("accept-project", id, ifMatch, () -> new AcceptProject(dates.effective(body.effectiveOn())));
    }

    @POST
    @Path("/recognition")
    @Transactional
    @Idempotent
    @Allowed("recognise-project")
    @Operation(summary = "Recognise an accepted project by a public notice (认定)")
    @APIResponseSchema(value = ProjectPage.class, responseCode = "200")
    public Response recognise(
            String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Recognition body) {
        LocalDate on = dates.effective(body.effectiveOn());
        return desk.handle("recognise-project", id, ifMatch, () -> new RecogniseProject(body.notice(), on));
    }

    @POST
    @Path("/termination")
    @Transactional
    @Idempotent
    @Allowed("terminate-project")
    @Operation(summary = "End a project without result, or revoke it")
    @APIResponseSchema(value = ProjectPage.class, responseCode = "200")
    public Response terminate(
            String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Termination body) {
        LocalDate on = dates.effective(body.effectiveOn());
        return desk.handle("terminate-project", id, ifMatch, () -> new TerminateProject(body.reason(), on));
    }
}
