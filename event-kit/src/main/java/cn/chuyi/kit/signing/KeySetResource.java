package cn.chuyi.kit.signing;

import cn.chuyi.kit.http.PublicRead;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys, at the address where everybody looks for them. */
@Path("/.well-known/jwks.json")
@Tag(name = "operations")
public class KeySetResource {
    private final Signing signing;

    KeySetResource(Signing signing) {
        this.signing = signing;
    }

    /** A JWKS (RFC 7517); no keys when the service signs nothing. */
    public record KeySet(List<Map<String, Object>> keys) {}

    @GET
    @PublicRead
    @Operation(summary = "Public keys that this service signs with, and those before them")
    public KeySet keys() {
        return new KeySet(signing.published().stream().map(VerificationKey::jwk).toList());
    }
}
