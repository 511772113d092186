package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.cases.CaseCommand.Confirm;
import cn.chuyi.assessment.cases.CaseCommand.Dispute;
import cn.chuyi.assessment.cases.CaseCommand.Exemption;
import cn.chuyi.assessment.cases.CaseCommand.Report;
import cn.chuyi.assessment.cases.CaseCommand.Review;
import cn.chuyi.assessment.cases.CaseCommand.Take;
import cn.chuyi.assessment.cases.CaseCommand.Value;
import cn.chuyi.assessment.cases.CaseCommand.Verification;
import cn.chuyi.assessment.cases.CaseCommand.Withdraw;
import cn.chuyi.assessment.procedure.ProcedureFile;
import cn.chuyi.assessment.procedure.State;
import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.Access;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Answer;
import cn.chuyi.kit.http.Idempotent;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.kit.http.Version;
import io.quarkus.security.ForbiddenException;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Cases over HTTP. */
@Path("/api/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
public class CaseResource {
    private final Cases cases;
    private final CaseReading reading;
    private final Access access;

    CaseResource(Cases cases, CaseReading reading, Access access) {
        this.cases = cases;
        this.reading = reading;
        this.access = access;
    }

    record OneValue(
            @NotBlank @Size(max = 40) String value,
            @Nullable List<String> evidence) {}

    record ValueOf(
            @NotBlank String indicator,
            @NotBlank @Size(max = 40) String value,
            @Nullable List<String> evidence) {}

    record Values(@NotNull @Size(min = 1, max = 100) List<@Valid @NotNull ValueOf> values) {}

    record OneVerification(
            @NotBlank @Size(max = 40) String value,
            @Nullable @Size(max = 2000) String reason) {}

    record VerificationOf(
            @NotBlank String indicator,
            @NotBlank @Size(max = 40) String value,
            @Nullable @Size(max = 2000) String reason) {}

    record ExemptionOf(
            @NotBlank String indicator,
            @NotBlank @Size(max = 2000) String reason) {}

    record Verifications(
            @Nullable @Size(max = 100) List<@Valid @NotNull VerificationOf> verifications,
            @Nullable @Size(max = 100) List<@Valid @NotNull ExemptionOf> exemptions,
            @Nullable Boolean acceptCollected) {}

    record Reason(@NotBlank @Size(max = 2000) String reason) {}

    record Objection(
            @NotBlank @Size(max = 2000) String reason,
            @Nullable @Size(max = 40) String claimedValue) {}

    record NewFinding(
            @NotBlank String rule,
            @NotBlank @Size(max = 2000) String reason) {}

    record StepBody(
            @Nullable @Size(max = 5000) String reason,
            @Nullable @Size(max = 200) String document) {}

    /**
     * What became of a command.
     *
     * @param recorded how many facts were written; 0 when the case already was as asked
     * @param version of the case now, as in its ETag
     */
    record Receipt(
            String id,
            State status,
            Text statusName,
            int recorded,
            long version,
            @Nullable LocalDate dueOn) {}

    @Operation(summary = "One case with its indicators, and what this caller may do now")
    @APIResponseSchema(value = CaseView.class, responseCode = "200")
    @GET
    @Path("/{id}")
    @Allowed("read-case")
    @Transactional
    public Response get(String id) {
        CaseId key = CaseId.parse(id);
        access.require("read-case", key.unit());
        var outcome = cases.load(key);
        return Answer.ok(reading.view(key, outcome.state()), outcome.stream(), outcome.version());
    }

    @Operation(summary = "Reports many values, all or none")
    @APIResponseSchema(value = Receipt.class, responseCode = "200")
    @PUT
    @Path("/{id}/indicators")
    @Allowed("report")
    @Transactional
    public Response reportAll(
            String id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Values body) {
        var values = new ArrayList<Value>();
        for (ValueOf value : body.values()) {
            values.add(new Value("/values/" + values.size(), value.indicator(), value.value(), list(value.evidence())));
        }
        return handle("report", id, Version.required(ifMatch), new Report(values));
    }

    @Operation(summary = "Reports the value of one indicator")
    @APIResponseSchema(value = Receipt.class, responseCode = "200")
    @PUT
    @Path("/{id}/indicators/{code}")
    @Allowed("report")
    @Transactional
    public Response report(
            String id, String code, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid OneValue body) {
        var value = new Value("", code, body.value(), list(body.evidence()));
        return handle("report", id, Version.required(ifMatch), new Report(List.of(value)));
    }

    @Operation(summary = "Disputes a collected value, or says why none is reported")
    @APIResponseSchema(value = Receipt.class, responseCode = "200")
    @POST
    @Path("/{id}/indicators/{code}/dispute")
    @Allowed("dispute")
    @Idempotent
    @Transactional
    public Response dispute(
            String id, String code, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Objection body) {
        return handle("dispute", id, Version.optional(ifMatch), new Dispute(code, body.reason(), body.claimedValue()));
    }

    @Operation(summary = "Verifies and exempts many, and takes over collected values, all or nothing")
    @APIResponseSchema(value = Receipt.class, responseCode = "200")
    @PUT
    @Path("/{id}/verifications")
    @Allowed("verify")
    @Transactional
    public Response verifyAll(
            String id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Verifications body) {
        var verifications = new ArrayList<Verification>();
        for (VerificationOf item : list(body.verifications())) {
            String at = "/verifications/" + verifications.size();
            verifications.add(new Verification(at, item.indicator(), item.value(), item.reason()));
        }
        var exemptions = new ArrayList<Exemption>();
        for (ExemptionOf item : list(body.exemptions())) {
            exemptions.add(new Exemption("/exemptions/" + exemptions.size(), item.indicator(), item.reason()));
        }
        var review = new Review(verifications, exemptions, Boolean.TRUE.equals(body.acceptCollected()));
        return handle("verify", id, Version.required(ifMatch), review);
    }

    @Operation(summary = "Verifies the value of one indicator")
    @APIResponseSchema(value = Receipt.class, responseCode = "200")
    @PUT
    @Path("/{id}/indicators/{code}/verification")
    @Allowed("verify")
    @Transactional
    public Response verify(
            String id,
            String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid OneVerification body) {
        var verification = new Verification("", code, body.value(), body.reason());
        return handle("verify", id, Version.required(ifMatch), new Review(List.of(verification), List.of(), false));
    }

    @Operation(summary = "Decides that an indicator does not apply")
    @APIResponseSchema(value = Receipt.class, responseCode = "200")
    @POST
    @Path("/{id}/indicators/{code}/exemption")
    @Allowed("exempt")
    @Idempotent
    @Transactional
    public Response exempt(
            String id, String code, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Reason body) {
        var exemption = new Exemption("", code, body.reason());
        return handle("exempt", id, Version.optional(ifMatch), new Review(List.of(), List.of(exemption), false));
    }

    @Operation(summary = "Confirms one occurrence of a deduction, bonus or veto")
    @APIResponseSchema(value = Receipt.class, responseCode = "200")
    @POST
    @Path("/{id}/findings")
    @Allowed("confirm-finding")
    @Idempotent
    @Transactional
    public Response confirm(
            String id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid NewFinding body) {
        return handle("confirm-finding", id, Version.optional(ifMatch), new Confirm(body.rule(), body.reason()));
    }

    @Operation(summary = "Withdraws a finding")
    @APIResponseSchema(value = Receipt.class, responseCode = "200")
    @POST
    @Path("/{id}/findings/{finding}/withdrawal")
    @Allowed("withdraw-finding")
    @Idempotent
    @Transactional
    public Response withdraw(
            String id, String finding, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Reason body) {
        return handle("withdraw-finding", id, Version.optional(ifMatch), new Withdraw(finding, body.reason()));
    }

    /** Takes a step of the procedure; {@code step} is the path of one of its rows. */
    @Operation(summary = "Takes a step of the procedure, such as submission, return or publication")
    @APIResponseSchema(value = Receipt.class, responseCode = "200")
    @POST
    @Path("/{id}/{step}")
    @Allowed("take-step")
    @Idempotent
    @Transactional
    public Response take(
            String id, String step, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable @Valid StepBody body) {
        String action = ProcedureFile.procedure().actionAt(step);
        if (action == null) {
            throw unknown(step);
        }
        var take = new Take(action, body == null ? null : body.reason(), body == null ? null : body.document());
        return handle(action, id, Version.optional(ifMatch), take);
    }

    private Response handle(String action, String id, @Nullable Long ifMatch, CaseCommand command) {
        CaseId key = CaseId.parse(id);
        if (!access.mayAnywhere(action)) {
            throw new ForbiddenException();
        }
        access.require(action, key.unit());
        var outcome = cases.handle(key, ifMatch, command);
        var receipt = new Receipt(
                key.toString(),
                outcome.state().state(),
                outcome.state().state().label(),
                outcome.events().size(),
                outcome.version(),
                outcome.state().progress().dueOn());
        return Answer.ok(receipt, outcome.stream(), outcome.version());
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static ProblemException unknown(String step) {
        String known = ProcedureFile.procedure().steps().stream()
                .filter(row -> !row.automatic())
                .map(row -> row.path())
                .distinct()
                .collect(Collectors.joining(", "));
        return ProblemException.notFound(
                "STEP_UNKNOWN",
                new Text("没有名为 " + step + " 的步骤。", "The procedure has no step " + step + "."),
                new Text("可用的步骤：" + known + "。", "Its steps are: " + known + "."));
    }
}
