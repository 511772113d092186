package cn.chuyi.registry.institution;

import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Answer;
import cn.chuyi.kit.http.Idempotent;
import cn.chuyi.kit.http.Version;
import cn.chuyi.kit.journal.RefusedException;
import cn.chuyi.registry.BusinessDates;
import cn.chuyi.registry.institution.InstitutionCommand.CloseInstitution;
import cn.chuyi.registry.institution.InstitutionCommand.RecodeInstitution;
import cn.chuyi.registry.institution.InstitutionCommand.ResumeEnrolment;
import cn.chuyi.registry.institution.InstitutionCommand.SuspendEnrolment;
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
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether an institution enrols, under which code, and whether it still exists. */
@Path("/api/v1/institutions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "institutions")
public class InstitutionStandingResource {
    private final Institutions institutions;
    private final InstitutionScope scope;
    private final BusinessDates dates;

    InstitutionStandingResource(Institutions institutions, InstitutionScope scope, BusinessDates dates) {
        this.institutions = institutions;
        this.scope = scope;
        this.dates = dates;
    }

    record Enrolling(
            @Nullable @Size(max = 1000) String reason,
            @Nullable LocalDate effectiveOn) {}

    record NewCode(
            @NotBlank @Size(max = 10) String code, @Nullable LocalDate effectiveOn) {}

    @Schema(name = "InstitutionClosure")
    record Closure(@Nullable String successor, @Nullable LocalDate effectiveOn) {}

    @POST
    @Path("/enrolment-suspension")
    @Transactional
    @Idempotent
    @Allowed("change-institution")
    @Operation(summary = "Suspend enrolment")
    @APIResponseSchema(value = InstitutionPage.class, responseCode = "200")
    public Response suspend(
            String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Enrolling body) {
        var command = new SuspendEnrolment(body.reason(), dates.effective(body.effectiveOn()));
        return handle("change-institution", id, ifMatch, () -> command);
    }

    @POST
    @Path("/enrolment-resumption")
    @Transactional
    @Idempotent
    @Allowed("change-institution")
    @Operation(summary = "Resume enrolment")
    @APIResponseSchema(value = InstitutionPage.class, responseCode = "200")
    public Response resume(
            String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Enrolling body) {
        var command = new ResumeEnrolment(body.reason(), dates.effective(body.effectiveOn()));
        return handle("change-institution", id, ifMatch, () -> command);
    }

    @POST
    @Path("/recoding")
    @Transactional
    @Idempotent
    @Allowed("recode-institution")
    @Operation(summary = "Give an institution another school code; the former one keeps leading to it")
    @APIResponseSchema(value = InstitutionPage.class, responseCode = "200")
    public Response recode(String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull NewCode body) {
        var command = new RecodeInstitution(body.code(), dates.effective(body.effectiveOn()));
        return handle("recode-institution", id, ifMatch, () -> command);
    }

    @POST
    @Path("/closure")
    @Transactional
    @Idempotent
    @Allowed("close-institution")
    @Operation(summary = "Close an institution, with or without a successor")
    @APIResponseSchema(value = InstitutionPage.class, responseCode = "200")
    public Response close(String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Closure body) {
        LocalDate on = dates.effective(body.effectiveOn());
        return handle("close-institution", id, ifMatch, () -> new CloseInstitution(successor(body.successor()), on));
    }

    private @Nullable UUID successor(@Nullable String named) {
        if (named == null) {
            return null;
        }
        var successor = institutions.find(named);
        if (successor == null) {
            throw new RefusedException(
                    Refusal.of(InstitutionRule.SUCCESSOR_UNKNOWN, named).at("/successor"));
        }
        return successor.id();
    }

    private Response handle(String action, String id, @Nullable String ifMatch, Supplier<InstitutionCommand> command) {
        InstitutionRow row = institutions.known(id);
        scope.require(action, row);
        institutions.handle(row.id, Version.optional(ifMatch), command.get());
        return Answer.ok(row.page(), Institutions.stream(row.id), row.version);
    }
}
