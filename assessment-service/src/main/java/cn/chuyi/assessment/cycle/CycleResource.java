package cn.chuyi.assessment.cycle;

import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.assessment.cycle.CycleCommand.CloseScoring;
import cn.chuyi.assessment.cycle.CycleCommand.IssueNotice;
import cn.chuyi.assessment.cycle.CycleCommand.ListUnits;
import cn.chuyi.assessment.cycle.CycleCommand.OpenCycle;
import cn.chuyi.assessment.cycle.CycleCommand.PublishCycle;
import cn.chuyi.assessment.cycle.CycleCommand.SetDeadline;
import cn.chuyi.assessment.procedure.ProcedureFile;
import cn.chuyi.assessment.procedure.Span;
import cn.chuyi.assessment.procedure.State;
import cn.chuyi.assessment.unit.Division;
import cn.chuyi.assessment.unit.Divisions;
import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Answer;
import cn.chuyi.kit.http.Idempotent;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.kit.http.Version;
import cn.chuyi.kit.journal.Outcome;
import cn.chuyi.kit.journal.RefusedException;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cycles over HTTP. */
@Path("/api/v1/cycles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cycles")
public class CycleResource {
    private final Cycles cycles;
    private final Divisions divisions;
    private final Census census;
    private final Event<Noticed> noticed;
    private final Clock clock;

    CycleResource(Cycles cycles, Divisions divisions, Census census, Event<Noticed> noticed, Clock clock) {
        this.cycles = cycles;
        this.divisions = divisions;
        this.census = census;
        this.noticed = noticed;
        this.clock = clock;
    }

    /** A new cycle; {@code referenceDate} is 31 December of the year unless said otherwise. */
    record NewCycle(
            @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,39}")
            String programme,

            @Min(2000) @Max(2100) int year,
            @Nullable LocalDate referenceDate,
            @Nullable Boolean demo) {}

    /** Units by code; without codes every city and county of the registry. */
    record Units(@Nullable List<@Pattern(regexp = "\\d{6}") String> codes) {}

    record Notice(@NotBlank String document, @Nullable LocalDate effectiveOn) {}

    record Deadline(
            @Min(0) @Max(1000) int amount,
            @NotNull Span unit,
            @NotBlank String legalBasis) {}

    record Publication(@Nullable String document) {}

    @Operation(summary = "Opens a cycle under the frozen catalogues of both levels")
    @APIResponseSchema(value = CycleView.class, responseCode = "201")
    @POST
    @Allowed("edit-cycle")
    @Idempotent
    @Transactional
    public Response open(@NotNull @Valid NewCycle body) {
        var id = new CycleId(body.programme(), body.year());
        LocalDate day = body.referenceDate() == null ? LocalDate.of(body.year(), 12, 31) : body.referenceDate();
        var command = new OpenCycle(day, cycles.frozen(id), Boolean.TRUE.equals(body.demo()));
        var outcome = cycles.handle(id, null, _ -> command);
        return Answer.created(
                URI.create("/api/v1/cycles/" + id), CycleView.of(outcome.state()), outcome.stream(), outcome.version());
    }

    @Operation(summary = "Lists the units: those named, or every city and county")
    @APIResponseSchema(value = CycleView.class, responseCode = "200")
    @POST
    @Path("/{id}/units")
    @Allowed("edit-cycle")
    @Idempotent
    @Transactional
    public Response list(String id, @Nullable @Valid Units body) {
        return answer(cycles.handle(CycleView.parse(id), null, cycle -> units(cycle, body)));
    }

    @Operation(summary = "Sets a time limit of this cycle")
    @APIResponseSchema(value = CycleView.class, responseCode = "200")
    @PUT
    @Path("/{id}/deadlines/{step}")
    @Allowed("edit-cycle")
    @Transactional
    public Response set(
            String id, String step, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Deadline body) {
        var command = new SetDeadline(
                step,
                body.amount(),
                body.unit(),
                body.legalBasis(),
                ProcedureFile.procedure().limits(step));
        return answer(cycles.handle(CycleView.parse(id), Version.required(ifMatch), _ -> command));
    }

    @Operation(summary = "Issues the written notice: every case begins")
    @APIResponseSchema(value = CycleView.class, responseCode = "200")
    @POST
    @Path("/{id}/notice")
    @Allowed("issue-notice")
    @Idempotent
    @Transactional
    public Response notice(String id, @NotNull @Valid Notice body) {
        CycleId cycle = CycleView.parse(id);
        LocalDate day = body.effectiveOn() == null ? LocalDate.now(clock) : body.effectiveOn();
        var command = new IssueNotice(body.document(), day, cycles.frozen(cycle));
        var outcome = cycles.handle(cycle, null, _ -> command);
        noticed.fire(new Noticed(outcome.state()));
        return answer(outcome);
    }

    @Operation(summary = "Closes scoring: values no longer change")
    @APIResponseSchema(value = CycleView.class, responseCode = "200")
    @POST
    @Path("/{id}/scoring-closure")
    @Allowed("close-scoring")
    @Idempotent
    @Transactional
    public Response closeScoring(String id) {
        CycleId cycle = CycleView.parse(id);
        var command = new CloseScoring(LocalDate.now(clock), census.before(cycle, State.PRELIM_SCORED));
        return answer(cycles.handle(cycle, null, _ -> command));
    }

    @Operation(summary = "Publishes the cycle")
    @APIResponseSchema(value = CycleView.class, responseCode = "200")
    @POST
    @Path("/{id}/publication")
    @Allowed("publish-cycle")
    @Idempotent
    @Transactional
    public Response publish(String id, @Nullable @Valid Publication body) {
        CycleId cycle = CycleView.parse(id);
        var command = new PublishCycle(
                body == null ? null : body.document(), LocalDate.now(clock), census.before(cycle, State.PUBLISHED));
        return answer(cycles.handle(cycle, null, _ -> command));
    }

    @Operation(summary = "One cycle with its time limits")
    @APIResponseSchema(value = CycleView.class, responseCode = "200")
    @GET
    @Path("/{id}")
    @PublicRead
    @Transactional
    public Response get(String id) {
        var outcome = cycles.load(CycleView.parse(id));
        if (!outcome.exists()) {
            throw new RefusedException(Refusal.of(CycleRule.CYCLE_UNKNOWN));
        }
        return answer(outcome);
    }

    private static Response answer(Outcome<Cycle, CycleEvent> outcome) {
        return Answer.ok(CycleView.of(outcome.state()), outcome.stream(), outcome.version());
    }

    private CycleCommand units(Cycle cycle, @Nullable Units body) {
        if (cycle.opened() == null) {
            return new ListUnits(List.of(), List.of());
        }
        LocalDate day = cycle.opened().referenceDate();
        if (body == null || body.codes() == null) {
            return new ListUnits(units(divisions.governments(day)), List.of());
        }
        var asked = new TreeSet<>(body.codes());
        List<Unit> units = units(divisions.of(asked, day));
        units.forEach(unit -> asked.remove(unit.code()));
        return new ListUnits(units, List.copyOf(asked));
    }

    private static List<Unit> units(List<Division> divisions) {
        return divisions.stream()
                .filter(division -> division.parent() != null)
                .map(division -> new Unit(
                        division.code(),
                        division.name(),
                        division.level().equals("CITY") ? Level.CITY : Level.COUNTY,
                        String.valueOf(division.parent()),
                        null))
                .toList();
    }
}
