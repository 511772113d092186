package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.cases.CaseCommand.Take;
import cn.chuyi.assessment.cases.CaseDesk.Receipt;
import cn.chuyi.assessment.procedure.ProcedureFile;
import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.Access;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Answer;
import cn.chuyi.kit.http.Idempotent;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.kit.http.Version;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cases over HTTP: looking at one, and taking it from step to step. */
@Path("/api/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class CaseResource {
    private final Cases cases;
    private final CaseReading reading;
    private final CaseDesk desk;
    private final Access access;

    CaseResource(Cases cases, CaseReading reading, CaseDesk desk, Access access) {
        this.cases = cases;
        this.reading = reading;
        this.desk = desk;
        this.access = access;
    }

    record StepBody(
            @Nullable @Size(max = 5000) String reason,
            @Nullable @Size(max = 200) String document) {}

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
        return desk.handle(action, id, Version.optional(ifMatch), take);
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
