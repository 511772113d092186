package cn.chuyi.assessment.cases;

import static cn.chuyi.assessment.cases.CaseDesk.orEmpty;

import cn.chuyi.assessment.cases.CaseCommand.Confirm;
import cn.chuyi.assessment.cases.CaseCommand.Exemption;
import cn.chuyi.assessment.cases.CaseCommand.Review;
import cn.chuyi.assessment.cases.CaseCommand.Verification;
import cn.chuyi.assessment.cases.CaseCommand.Withdraw;
import cn.chuyi.assessment.cases.CaseDesk.Receipt;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Idempotent;
import cn.chuyi.kit.http.Version;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cases over HTTP: what reviewers find. */
@Path("/api/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class CaseReviewingResource {
    private final CaseDesk desk;

    CaseReviewingResource(CaseDesk desk) {
        this.desk = desk;
    }

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

    record NewFinding(
            @NotBlank String rule,
            @NotBlank @Size(max = 2000) String reason) {}

    @Operation(summary = "Verifies and exempts many, and takes over collected values, all or nothing")
    @APIResponseSchema(value = Receipt.class, responseCode = "200")
    @PUT
    @Path("/{id}/verifications")
    @Allowed("verify")
    @Transactional
    public Response verifyAll(
            String id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Verifications body) {
        var verifications = new ArrayList<Verification>();
        for (VerificationOf item : orEmpty(body.verifications())) {
            String at = "/verifications/" + verifications.size();
            verifications.add(new Verification(at, item.indicator(), item.value(), item.reason()));
        }
        var exemptions = new ArrayList<Exemption>();
        for (ExemptionOf item : orEmpty(body.exemptions())) {
            exemptions.add(new Exemption("/exemptions/" + exemptions.size(), item.indicator(), item.reason()));
        }
        var review = new Review(verifications, exemptions, Boolean.TRUE.equals(body.acceptCollected()));
        return desk.handle("verify", id, Version.required(ifMatch), review);
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
        return desk.handle(
                "verify", id, Version.required(ifMatch), new Review(List.of(verification), List.of(), false));
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
        return desk.handle("exempt", id, Version.optional(ifMatch), new Review(List.of(), List.of(exemption), false));
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
        return desk.handle("confirm-finding", id, Version.optional(ifMatch), new Confirm(body.rule(), body.reason()));
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
        return desk.handle("withdraw-finding", id, Version.optional(ifMatch), new Withdraw(finding, body.reason()));
    }
}
