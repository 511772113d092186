package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Caller;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.reporting.rebuild.course.Mark;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Proof on demand: derive everything again and say what differs. */
@Path("/api/v1/rebuilds")
@Tag(name = "operations")
public class RebuildResource {
    private final Rebuilds rebuilds;
    private final Runs runs;
    private final RunEvents events;
    private final Caller caller;

    RebuildResource(Rebuilds rebuilds, Runs runs, RunEvents events, Caller caller) {
        this.rebuilds = rebuilds;
        this.runs = runs;
        this.events = events;
        this.caller = caller;
    }

    @POST
    @Allowed("rebuild")
    @Operation(summary = "Rebuild all scores from the log; dryRun only compares")
    public Response start(@QueryParam("dryRun") @Nullable Boolean dryRun, @Context UriInfo uri) {
        if (dryRun == null && uri.getQueryParameters().containsKey("dryRun")) {
            throw withoutValue();
        }
        var id = rebuilds.start(Boolean.TRUE.equals(dryRun), caller.subject());
        return Response.accepted(run(id))
                .location(URI.create("/api/v1/rebuilds/" + id))
                .build();
    }

    /** Elsewhere an empty parameter counts as left out; here, who wished to compare only would get a swap. */
    private static ProblemException withoutValue() {
        return new ProblemException(
                400,
                "PARAMETER_MALFORMED",
                new Text("参数 dryRun 没有值。", "Parameter dryRun has no value."),
                new Text(
                        "只比对请用 dryRun=true，重算并替换请用 dryRun=false。",
                        "Say dryRun=true to compare only, dryRun=false to swap."),
                "dryRun");
    }

    @GET
    @Allowed("read-rebuild")
    @Operation(summary = "The last rebuilds, newest first")
    public List<Run> list() {
        return runs.latest();
    }

    @GET
    @Path("/{id}")
    @Allowed("read-rebuild")
    @Operation(summary = "How a rebuild goes, and what it found")
    public Run run(@PathParam("id") String id) {
        var run = runs.find(id);
        if (run == null) {
            throw ProblemException.notFound(
                    "REBUILD_UNKNOWN",
                    new Text("没有编号为 " + id + " 的重算。", "There is no rebuild " + id + "."),
                    new Text("请查看 /rebuilds。", "See /rebuilds."));
        }
        return run;
    }

    @GET
    @Path("/{id}/events")
    @Allowed("read-rebuild")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-cache")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            summary =
                    "A rebuild as it goes: progress with the state now, step at each one that begins, progress between,"
                            + " report at the end. Last-Event-ID brings the steps that were missed")
    @APIResponse(
            responseCode = "200",
            description = "Data of progress and step are a Mark, of report a Run; close after report",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(oneOf = {Mark.class, Run.class})))
    public Multi<OutboundSseEvent> events(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastEventId,
            @Context Sse sse) {
        run(id);
        return events.of(id, new Following(sequence(lastEventId)), sse);
    }

    /** What is no number of ours comes from a reader who cannot have had any of our events. */
    private static @Nullable Long sequence(@Nullable String lastEventId) {
        return lastEventId != null && lastEventId.matches("\\d{1,18}") ? Long.valueOf(lastEventId) : null;
    }

    @DELETE
    @Path("/{id}")
    @Allowed("rebuild")
    @Operation(summary = "Cancel a rebuild under way; it leaves nothing behind")
    @APIResponse(responseCode = "202", description = "It stops at its next mark; its state is then CANCELLED")
    @APIResponse(responseCode = "404", description = "REBUILD_UNKNOWN: there is none such")
    @APIResponse(responseCode = "409", description = "REBUILD_ENDED: it is done, was cancelled or has failed before")
    public Response cancel(@PathParam("id") String id) {
        if (!runs.cancel(id)) {
            throw ended(run(id));
        }
        return Response.accepted().build();
    }

    private static ProblemException ended(Run run) {
        var how = run.state().label();
        return new ProblemException(
                409,
                "REBUILD_ENDED",
                new Text(
                        "重算 " + run.id() + " " + how.zh() + "，没有可取消的。",
                        "Rebuild " + run.id() + " " + how.en() + ": there is nothing to cancel."),
                new Text(
                        "其结果见 /rebuilds/" + run.id() + "；如需重来，请另行发起。",
                        "See /rebuilds/" + run.id() + " for what it found, and start another one if need be."),
                null);
    }
}
