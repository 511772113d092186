package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Caller;
import cn.chuyi.kit.http.ProblemException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proof on demand: derive everything again and say what differs. */
@Path("/api/v1/rebuilds")
@Tag(name = "operations")
public class RebuildResource {
    private final Rebuilds rebuilds;
    private final Runs runs;
    private final Caller caller;

    RebuildResource(Rebuilds rebuilds, Runs runs, Caller caller) {
        this.rebuilds = rebuilds;
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @Allowed("rebuild")
    @Operation(summary = "Rebuild all scores from the log; dryRun only compares")
    public Response start(@QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        var id = rebuilds.start(dryRun, caller.subject());
        return Response.accepted(run(id))
                .location(URI.create("/api/v1/rebuilds/" + id))
                .build();
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

    @DELETE
    @Path("/{id}")
    @Allowed("rebuild")
    @Operation(summary = "Cancel a rebuild; it leaves nothing behind")
    public Response cancel(@PathParam("id") String id) {
        run(id);
        runs.cancel(id);
        return Response.accepted().build();
    }
}
