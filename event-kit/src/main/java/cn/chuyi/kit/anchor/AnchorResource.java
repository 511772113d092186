package cn.chuyi.kit.anchor;

import cn.chuyi.kit.http.Allowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the journal proves to others. */
@Path("/api/v1/journal/anchors")
@Tag(name = "operations")
public class AnchorResource {
    private final Proofs proofs;

    AnchorResource(Proofs proofs) {
        this.proofs = proofs;
    }

    @GET
    @Path("/latest")
    @Allowed("read-operations")
    @Operation(summary = "The newest signed root over the journal")
    public Anchored latest() {
        return proofs.latest();
    }

    @GET
    @Path("/latest/events/{id}")
    @Allowed("read-operations")
    @Operation(summary = "Proof that a fact is under the newest root")
    public RowProof row(@PathParam("id") UUID id) {
        return proofs.row(id);
    }

    @GET
    @Path("/latest/extends/{size}")
    @Allowed("read-operations")
    @Operation(summary = "Proof that the newest root extends the one over so many links")
    public GrowthProof growth(@PathParam("size") @Min(1) long size) {
        return proofs.growth(size);
    }
}
