package cn.chuyi.registry.project;

import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Idempotent;
import cn.chuyi.registry.BusinessDates;
import cn.chuyi.registry.project.ProjectCommand.AddMember;
import cn.chuyi.registry.project.ProjectCommand.AgreeTaskBook;
import cn.chuyi.registry.project.ProjectCommand.ReachStage;
import cn.chuyi.registry.project.ProjectCommand.RecordFunds;
import cn.chuyi.registry.project.ProjectCommand.RemoveMember;
import cn.chuyi.registry.project.ProjectCommand.ReportProgress;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a project delivers: task books, progress, stages, funds, members. */
@Path("/api/v1/projects/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "projects")
public class ProjectDeliveryResource {
    private final ProjectDesk desk;
    private final Declaration declaration;
    private final BusinessDates dates;

    ProjectDeliveryResource(ProjectDesk desk, Declaration declaration, BusinessDates dates) {
        this.desk = desk;
        this.declaration = declaration;
        this.dates = dates;
    }

    record NewTaskBook(
            @NotNull @DecimalMin(value = "0", inclusive = false) @Digits(integer = 9, fraction = 6)
            BigDecimal planned,

            @Nullable LocalDate effectiveOn) {}

    record Progress(
            @NotNull @Min(2000) @Max(2100) Integer year,

            @NotNull @DecimalMin("0") @Digits(integer = 9, fraction = 6)
            BigDecimal done,

            @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = "[0-9a-f]{64}") String> evidence,
            @Nullable LocalDate effectiveOn) {}

    record Reached(@NotBlank String stage, @Nullable LocalDate effectiveOn) {}

    record NewFunds(
            @NotNull @Min(2000) @Max(2100) Integer year,

            @Nullable @DecimalMin("0") @Digits(integer = 14, fraction = 2)
            BigDecimal planned,

            @Nullable @DecimalMin(value = "0", inclusive = false) @Digits(integer = 14, fraction = 2)
            BigDecimal paidIn,

            @Nullable LocalDate effectiveOn) {}

    record NewMember(
            @Nullable UUID institution,
            @Nullable @Size(max = 100) String name,
            @Nullable LocalDate effectiveOn) {}

    @PUT
    @Path("/task-books/{year}")
    @Transactional
    @Allowed("agree-task-book")
    @Operation(summary = "Agree the points of a year; it replaces the agreement before")
    @APIResponseSchema(value = ProjectPage.class, responseCode = "200")
    public Response agree(
            String id,
            @Min(2000) @Max(2100) int year,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NewTaskBook body) {
        LocalDate on = dates.effective(body.effectiveOn());
        return desk.update("agree-task-book", id, ifMatch, () -> new AgreeTaskBook(year, body.planned(), on));
    }

    @POST
    @Path("/progress")
    @Transactional
    @Idempotent
    @Allowed("advance-project")
    @Operation(summary = "Report the points of a year that are done so far")
    @APIResponseSchema(value = ProjectPage.class, responseCode = "200")
    public Response progress(
            String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Progress body) {
        var evidence = Objects.requireNonNullElse(body.evidence(), List.<String>of());
        LocalDate on = dates.effective(body.effectiveOn());
        return desk.handle(
                "advance-project", id, ifMatch, () -> new ReportProgress(body.year(), body.done(), evidence, on));
    }

    @POST
    @Path("/stages")
    @Transactional
    @Idempotent
    @Allowed("advance-project")
    @Operation(summary = "Report that a stage of the kind is reached; stages only go forward")
    @APIResponseSchema(value = ProjectPage.class, responseCode = "200")
    public Response reach(String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Reached body) {
        LocalDate on = dates.effective(body.effectiveOn());
        return desk.handle("advance-project", id, ifMatch, () -> new ReachStage(body.stage(), on));
    }

    @POST
    @Path("/funds")
    @Transactional
    @Idempotent
    @Allowed("advance-project")
    @Operation(summary = "Record the planned funds of a year, a payment, or both")
    @APIResponseSchema(value = ProjectPage.class, responseCode = "200")
    public Response fund(String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull NewFunds body) {
        LocalDate on = dates.effective(body.effectiveOn());
        return desk.handle(
                "advance-project", id, ifMatch, () -> new RecordFunds(body.year(), body.planned(), body.paidIn(), on));
    }

    @POST
    @Path("/members")
    @Transactional
    @Idempotent
    @Allowed("advance-project")
    @Operation(summary = "Add a member to a group")
    @APIResponseSchema(value = ProjectPage.class, responseCode = "200")
    public Response join(String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull NewMember body) {
        LocalDate on = dates.effective(body.effectiveOn());
        return desk.handle(
                "advance-project",
                id,
                ifMatch,
                () -> new AddMember(declaration.member(body.institution(), body.name()), on));
    }

    @POST
    @Path("/member-departures")
    @Transactional
    @Idempotent
    @Allowed("advance-project")
    @Operation(summary = "Record that a member left")
    @APIResponseSchema(value = ProjectPage.class, responseCode = "200")
    public Response leave(
            String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull NewMember body) {
        LocalDate on = dates.effective(body.effectiveOn());
        return desk.handle(
                "advance-project",
                id,
                ifMatch,
                () -> new RemoveMember(declaration.member(body.institution(), body.name()), on));
    }
}
