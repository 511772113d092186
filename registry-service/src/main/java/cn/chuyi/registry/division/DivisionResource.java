package cn.chuyi.registry.division;

import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.http.Access;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Answer;
import cn.chuyi.kit.http.Idempotent;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.kit.http.Version;
import cn.chuyi.kit.journal.RefusedException;
import cn.chuyi.registry.BusinessDates;
import cn.chuyi.registry.SchoolKind;
import cn.chuyi.registry.division.DivisionCommand.ApproveUnifiedArrangement;
import cn.chuyi.registry.division.DivisionCommand.CloseDivision;
import cn.chuyi.registry.division.DivisionCommand.RegisterDivision;
import cn.chuyi.registry.division.DivisionCommand.RenameDivision;
import cn.chuyi.registry.division.DivisionCommand.SucceedDivision;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The register of divisions over HTTP. */
@Path("/api/v1/divisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "divisions")
public class DivisionResource {
    private final Divisions divisions;
    private final DivisionReading reading;
    private final BusinessDates dates;
    private final Access access;

    DivisionResource(Divisions divisions, DivisionReading reading, BusinessDates dates, Access access) {
        this.divisions = divisions;
        this.reading = reading;
        this.dates = dates;
        this.access = access;
    }

    record NewDivision(
            @NotNull @Pattern(regexp = Divisions.CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotNull DivisionLevel level,
            @Nullable @Pattern(regexp = Divisions.CODE) String parent,
            @NotNull LocalDate effectiveOn) {}

    @Schema(name = "DivisionRenaming")
    record Renaming(
            @NotBlank @Size(max = 100) String name,
            @Nullable LocalDate effectiveOn) {}

    @Schema(name = "DivisionRecoding")
    record Recoding(
            @NotNull @Pattern(regexp = Divisions.CODE) String newCode,
            @NotBlank @Size(max = 100) String name,
            @Nullable DivisionLevel level,
            @Nullable @Pattern(regexp = Divisions.CODE) String parent,
            @Nullable LocalDate effectiveOn) {}

    @Schema(name = "DivisionClosure")
    record Closure(
            @Nullable @Pattern(regexp = Divisions.CODE) String successor,
            @Nullable LocalDate effectiveOn) {}

    @Schema(name = "NewUnifiedArrangement")
    record Arrangement(
            @NotEmpty List<@NotNull SchoolKind> schoolKinds,
            @NotBlank @Size(max = 200) String document,
            @Nullable LocalDate effectiveOn) {}

    @POST
    @Transactional
    @Idempotent
    @Allowed("maintain-divisions")
    @Operation(summary = "Register a division")
    @APIResponseSchema(value = DivisionPage.class, responseCode = "201")
    public Response register(@Valid @NotNull NewDivision body) {
        access.require("maintain-divisions", body.code());
        LocalDate on = dates.effective(body.effectiveOn());
        var level = body.parent() == null ? null : reading.levelOn(body.parent(), on);
        var outcome = divisions.handle(
                body.code(),
                null,
                new RegisterDivision(body.code(), body.name(), body.level(), body.parent(), level, on));
        return outcome.events().isEmpty() ? ok(body.code()) : created(body.code());
    }

    @POST
    @Path("/{code}/renaming")
    @Transactional
    @Idempotent
    @Allowed("maintain-divisions")
    @Operation(summary = "Rename a division; its code stays")
    @APIResponseSchema(value = DivisionPage.class, responseCode = "200")
    public Response rename(
            String code, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Renaming body) {
        access.require("maintain-divisions", code);
        LocalDate on = dates.effective(body.effectiveOn());
        divisions.handle(code, Version.optional(ifMatch), new RenameDivision(code, body.name(), on));
        return ok(code);
    }

    @POST
    @Path("/{code}/recoding")
    @Transactional
    @Idempotent
    @Allowed("maintain-divisions")
    @Operation(summary = "Give a division a new code: closes the old one and opens its successor together")
    @APIResponseSchema(value = DivisionPage.class, responseCode = "201")
    public Response recode(
            String code, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Recoding body) {
        access.require("maintain-divisions", code);
        LocalDate on = dates.effective(body.effectiveOn());
        DivisionRow old = divisions.known(code);
        var level = body.level() == null ? old.level : body.level();
        var parent = body.parent() == null ? old.parent : body.parent();
        divisions.recode(
                code,
                Version.optional(ifMatch),
                new SucceedDivision(body.newCode(), body.name(), level, parent, code, on));
        return created(body.newCode());
    }

    @POST
    @Path("/{code}/closure")
    @Transactional
    @Idempotent
    @Allowed("maintain-divisions")
    @Operation(summary = "Close a division, with or without a successor that stands already")
    @APIResponseSchema(value = DivisionPage.class, responseCode = "200")
    public Response close(
            String code, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Closure body) {
        access.require("maintain-divisions", code);
        LocalDate on = dates.effective(body.effectiveOn());
        String successor = body.successor();
        if (successor != null && (successor.equals(code) || !divisions.standsOn(successor, on))) {
            throw new RefusedException(
                    Refusal.of(DivisionRule.SUCCESSOR_UNKNOWN, successor, on).at("/successor"));
        }
        var command = new CloseDivision(code, successor, reading.anyBelow(code, on), on);
        divisions.handle(code, Version.optional(ifMatch), command);
        return ok(code);
    }

    @POST
    @Path("/{code}/unified-arrangements")
    @Transactional
    @Idempotent
    @Allowed("approve-unified-arrangement")
    @Operation(summary = "Approve that the city arranges schools of some kinds for this division (市级统筹)")
    @APIResponseSchema(value = DivisionPage.class, responseCode = "200")
    public Response arrange(
            String code, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Arrangement body) {
        access.require("approve-unified-arrangement", code);
        LocalDate on = dates.effective(body.effectiveOn());
        divisions.handle(
                code,
                Version.optional(ifMatch),
                new ApproveUnifiedArrangement(code, body.schoolKinds(), body.document(), on));
        return ok(code);
    }

    @GET
    @Path("/{code}")
    @PublicRead
    @Operation(summary = "One division code, closed ones too, with its names and former codes")
    @APIResponseSchema(value = DivisionPage.class, responseCode = "200")
    public Response one(String code) {
        return ok(code);
    }

    private Response ok(String code) {
        DivisionRow row = divisions.known(code);
        return Answer.ok(reading.page(row), Divisions.stream(code), row.version);
    }

    private Response created(String code) {
        DivisionRow row = divisions.known(code);
        var location = URI.create("/api/v1/divisions/" + code);
        return Answer.created(location, reading.page(row), Divisions.stream(code), row.version);
    }
}
