package cn.chuyi.kit.reader;

import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Paging;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What readers put aside, for operators. In services that read (build property {@code chuyi.reader.enabled}). */
@Path("/api/v1/parked")
@Tag(name = "operations")
@IfBuildProperty(name = "chuyi.reader.enabled", stringValue = "true")
public class ParkedResource {
    private final Parked parked;

    ParkedResource(Parked parked) {
        this.parked = parked;
    }

    /** Why a record is given up. */
    public record Discard(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @Allowed("read-operations")
    @Operation(summary = "Records that could not be folded, and those that wait behind them")
    public Response list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var request = Paging.request(limit, cursor);
        return Paging.answer(Paging.page(parked.list(request), request, record -> Long.toString(record.id())), uri);
    }

    @POST
    @Path("/{id}/retry")
    @Allowed("handle-parked")
    @Operation(summary = "Try a parked record and those behind it again")
    public Response retry(@PathParam("id") long id) {
        parked.retry(id);
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/discard")
    @Allowed("handle-parked")
    @Operation(summary = "Give a parked record up, with a reason that is recorded as an event")
    public Response discard(@PathParam("id") long id, @NotNull @Valid Discard discard) {
        parked.discard(id, discard.reason());
        return Response.noContent().build();
    }
}
