package cn.chuyi.registry.programme;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Answer;
import cn.chuyi.kit.http.Idempotent;
import cn.chuyi.kit.http.Page;
import cn.chuyi.kit.http.Paging;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.kit.http.Version;
import cn.chuyi.registry.Filter;
import cn.chuyi.registry.programme.ProgrammeCommand.AddTask;
import cn.chuyi.registry.programme.ProgrammeCommand.AdoptProgramme;
import cn.chuyi.registry.programme.ProgrammeCommand.AdoptTarget;
import cn.chuyi.registry.programme.ProgrammeCommand.ClaimTarget;
import cn.chuyi.registry.programme.ProgrammeCommand.DefineKind;
import cn.chuyi.registry.programme.ProgrammeEvent.Confidence;
import cn.chuyi.registry.programme.ProgrammeEvent.Document;
import cn.chuyi.registry.programme.ProgrammeEvent.Scope;
import cn.chuyi.registry.programme.ProgrammeEvent.Stage;
import io.quarkus.panache.common.Sort;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Programmes over HTTP. */
@Path("/api/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class ProgrammeResource {
    private static final String NAME = "[A-Z][A-Z0-9_]*";

    private final Programmes programmes;

    ProgrammeResource(Programmes programmes) {
        this.programmes = programmes;
    }

    record NewName(
            @NotBlank @Size(max = 200) String zh,
            @NotBlank @Size(max = 200) String en) {
        Text text() {
            return new Text(zh, en);
        }
    }

    record NewDocument(
            @NotBlank @Size(max = 200) String title,
            @Nullable LocalDate signed,
            @Nullable @Size(max = 100) String number,
            @NotNull List<@NotBlank String> issuers) {}

    record NewProgramme(
            @NotNull @Pattern(regexp = Programmes.CODE) @Size(max = 40)
            String code,

            @NotNull @Valid NewName name,
            @NotNull @Valid NewDocument document,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable Boolean demo) {}

    record NewStage(
            @NotNull @Pattern(regexp = NAME) String code,
            @NotNull @Valid NewName name) {
        Stage stage() {
            return new Stage(code, name.text());
        }
    }

    record NewKind(
            @NotNull @Pattern(regexp = NAME) @Size(max = 60) String kind,
            @NotNull @Valid NewName name,
            @NotNull List<@NotNull @Valid NewStage> stages,
            @NotNull Boolean taskBook,
            @NotNull Boolean funds,
            @NotNull Boolean members) {}

    record NewTask(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,40}")
            String task,

            @NotNull @Valid NewName name,
            @NotNull Scope scope,
            @NotBlank @Size(max = 20) String unit,
            @NotNull List<@NotBlank String> projectKinds) {}

    record NewClaim(
            @NotNull @DecimalMin("0") BigDecimal value,
            @NotBlank @Size(max = 200) String source,
            @NotNull Confidence confidence,
            @Nullable @Size(max = 1000) String note) {}

    record Adoption(
            @NotNull Integer claim,
            @NotBlank @Size(max = 1000) String reason) {}

    @Schema(name = "ProgrammeList")
    record ProgrammeList(
            List<ProgrammePage> items, @Nullable String next) {}

    @POST
    @Transactional
    @Idempotent
    @Allowed("define-programme")
    @Operation(summary = "Adopt a programme")
    @APIResponseSchema(value = ProgrammePage.class, responseCode = "201")
    public Response adopt(@Valid @NotNull NewProgramme body) {
        var d = body.document();
        var document = new Document(d.title(), d.signed(), d.number(), d.issuers());
        programmes.handle(
                body.code(),
                null,
                new AdoptProgramme(
                        body.code(),
                        body.name().text(),
                        document,
                        body.from(),
                        body.to(),
                        Objects.requireNonNullElse(body.demo(), false)));
        return created(body.code());
    }

    @POST
    @Path("/{code}/project-kinds")
    @Transactional
    @Idempotent
    @Allowed("define-programme")
    @Operation(summary = "Define a kind of project: its stages in order, and what it reports")
    @APIResponseSchema(value = ProgrammePage.class, responseCode = "201")
    public Response define(
            String code, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull NewKind body) {
        var stages = body.stages().stream().map(NewStage::stage).toList();
        programmes.handle(
                code,
                Version.optional(ifMatch),
                new DefineKind(
                        code, body.kind(), body.name().text(), stages, body.taskBook(), body.funds(), body.members()));
        return created(code);
    }

    @POST
    @Path("/{code}/tasks")
    @Transactional
    @Idempotent
    @Allowed("define-programme")
    @Operation(summary = "Add a task")
    @APIResponseSchema(value = ProgrammePage.class, responseCode = "201")
    public Response add(String code, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull NewTask body) {
        programmes.handle(
                code,
                Version.optional(ifMatch),
                new AddTask(code, body.task(), body.name().text(), body.scope(), body.unit(), body.projectKinds()));
        return created(code);
    }

    @POST
    @Path("/{code}/tasks/{task}/claims")
    @Transactional
    @Idempotent
    @Allowed("claim-target")
    @Operation(summary = "File what a source says of a target; it gets the next number of the task")
    @APIResponseSchema(value = ProgrammePage.class, responseCode = "201")
    public Response claim(
            String code,
            String task,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NewClaim body) {
        programmes.handle(
                code,
                Version.optional(ifMatch),
                new ClaimTarget(code, task, body.value(), body.source(), body.confidence(), body.note()));
        return created(code);
    }

    @PUT
    @Path("/{code}/tasks/{task}/target")
    @Transactional
    @Allowed("adopt-target")
    @Operation(summary = "Adopt one claim as the target, instead of any before")
    @APIResponseSchema(value = ProgrammePage.class, responseCode = "200")
    public Response adopt(
            String code,
            String task,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Adoption body) {
        programmes.handle(code, Version.required(ifMatch), new AdoptTarget(code, task, body.claim(), body.reason()));
        return one(code);
    }

    @GET
    @Path("/{code}")
    @PublicRead
    @Operation(summary = "A whole programme: kinds of project, tasks, claims, targets")
    @APIResponseSchema(value = ProgrammePage.class, responseCode = "200")
    public Response one(String code) {
        ProgrammeRow row = programmes.known(code);
        return Answer.ok(row.page(), Programmes.stream(code), row.version);
    }

    @GET
    @PublicRead
    @Operation(summary = "All programmes, by code")
    @APIResponseSchema(value = ProgrammeList.class, responseCode = "200")
    public Response list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var request = Paging.request(limit, cursor);
        var filter = new Filter().and("code > :after", "after", request.after());
        List<ProgrammeRow> rows = ProgrammeRow.find(filter.condition(), Sort.by("code"), filter.parameters())
                .page(0, request.limit() + 1)
                .list();
        Page<ProgrammeRow> page = Paging.page(rows, request, row -> row.code);
        return Paging.answer(
                new Page<>(page.items().stream().map(ProgrammeRow::page).toList(), page.next()), uri);
    }

    private Response created(String code) {
        ProgrammeRow row = programmes.known(code);
        var location = URI.create("/api/v1/programmes/" + code);
        return Answer.created(location, row.page(), Programmes.stream(code), row.version);
    }
}
