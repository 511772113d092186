package cn.chuyi.kit.journal;

import cn.chuyi.kit.http.Allowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The journal's proof of itself. */
@Path("/api/v1/journal")
@Tag(name = "operations")
public class JournalResource {
    private final Chain chain;

    JournalResource(Chain chain) {
        this.chain = chain;
    }

    @GET
    @Path("/verification")
    @Allowed("read-operations")
    @Operation(summary = "Walk the journal's hash chain and name the first row that does not hold")
    public Chain.Report verification() {
        return chain.verify();
    }
}
