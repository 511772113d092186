package cn.chuyi.registry.project;

import cn.chuyi.kit.http.Access;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Answer;
import cn.chuyi.kit.http.Idempotent;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.registry.BusinessDates;
import cn.chuyi.registry.division.Divisions;
import cn.chuyi.registry.project.ProjectCommand.DeclareProject;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Projects over HTTP: declaring one, reading one. */
@Path("/api/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "projects")
public class ProjectResource {
    private static final TimeBasedEpochRandomGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final Projects projects;
    private final Declaration declaration;
    private final BusinessDates dates;
    private final Access access;

    ProjectResource(Projects projects, Declaration declaration, BusinessDates dates, Access access) {
        this.projects = projects;
        this.declaration = declaration;
        this.dates = dates;
        this.access = access;
    }

    record NewLeadUnit(
            @Nullable UUID institution,
            @Nullable @Size(max = 10) String code,
            @Nullable @Size(max = 100) String name) {}

    record NewProject(
            @NotBlank String programme,
            @NotBlank String task,
            @NotBlank String kind,
            @NotBlank @Size(max = 200) String name,
            @NotNull NewLeadUnit leadUnit,
            @NotNull @Pattern(regexp = Divisions.CODE) String locatedIn,
            @Nullable Boolean demo,
            @Nullable LocalDate effectiveOn) {}

    @POST
    @Transactional
    @Idempotent
    @Allowed("declare-project")
    @Operation(summary = "Declare a project (申报)")
    @APIResponseSchema(value = ProjectPage.class, responseCode = "201")
    public Response declare(@Valid @NotNull NewProject body) {
        access.require("declare-project", body.locatedIn());
        LocalDate on = dates.effective(body.effectiveOn());
        declaration.require(body.programme(), body.task(), body.kind());
        declaration.standing(body.locatedIn(), on);
        var given = body.leadUnit();
        UUID id = IDS.generate();
        var outcome = projects.declare(new DeclareProject(
                id,
                body.programme(),
                body.task(),
                body.kind(),
                body.name(),
                declaration.lead(given.institution(), given.code(), given.name()),
                body.locatedIn(),
                Objects.requireNonNullElse(body.demo(), false),
                on));
        return Answer.created(
                URI.create("/api/v1/projects/" + id),
                projects.shown(outcome.state().page()),
                outcome.stream(),
                outcome.version());
    }

    @GET
    @Path("/{id}")
    @PublicRead
    @Operation(summary = "One project; task books and funds for those whose business it is")
    @APIResponseSchema(value = ProjectPage.class, responseCode = "200")
    public Response one(String id) {
        ProjectRow row = projects.known(id);
        ProjectPage page = projects.shown(row.page());
        boolean details = access.may("read-details", row.locatedIn);
        return Answer.ok(details ? page : page.publicPart(), Projects.stream(row.id), row.version);
    }
}
