package cn.chuyi.assessment.cases;

import static cn.chuyi.assessment.cases.CaseDesk.orEmpty;

import cn.chuyi.assessment.cases.CaseCommand.Dispute;
import cn.chuyi.assessment.cases.CaseCommand.Report;
import cn.chuyi.assessment.cases.CaseCommand.Value;
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

/** Cases over HTTP: what the unit says of itself. */
@Path("/api/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class CaseReportingResource {
    private final CaseDesk desk;

    CaseReportingResource(CaseDesk desk) {
        this.desk = desk;
    }

    record OneValue(
            @NotBlank @Size(max = 40) String value,
            @Nullable List<String> evidence) {}

    record ValueOf(
            @NotBlank String indicator,
            @NotBlank @Size(max = 40) String value,
            @Nullable List<String> evidence) {}

    record Values(@NotNull @Size(min = 1, max = 100) List<@Valid @NotNull ValueOf> values) {}

    record Objection(
            @NotBlank @Size(max = 2000) String reason,
            @Nullable @Size(max = 40) String claimedValue) {}

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
            values.add(
                    new Value("/values/" + values.size(), value.indicator(), value.value(), orEmpty(value.evidence())));
        }
        return desk.handle("report", id, Version.required(ifMatch), new Report(values));
    }

    @Operation(summary = "Reports the value of one indicator")
    @APIResponseSchema(value = Receipt.class, responseCode = "200")
    @PUT
    @Path("/{id}/indicators/{code}")
    @Allowed("report")
    @Transactional
    public Response report(
            String id, String code, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid OneValue body) {
        var value = new Value("", code, body.value(), orEmpty(body.evidence()));
        return desk.handle("report", id, Version.required(ifMatch), new Report(List.of(value)));
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
        return desk.handle(
                "dispute", id, Version.optional(ifMatch), new Dispute(code, body.reason(), body.claimedValue()));
    }
}
