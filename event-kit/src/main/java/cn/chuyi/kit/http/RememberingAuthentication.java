package cn.chuyi.kit.http;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Verifies access tokens as OIDC says, and the very same token not again right away. */
@Alternative
@Priority(1)
@ApplicationScoped
class RememberingAuthentication implements HttpAuthenticationMechanism {
    private final OidcAuthenticationMechanism oidc;
    private final VerifiedTokens<SecurityIdentity> verified;

    RememberingAuthentication(OidcAuthenticationMechanism oidc, Clock clock) {
        this.oidc = oidc;
        this.verified = new VerifiedTokens<>(clock);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String token = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (token == null) {
            return oidc.authenticate(request, identities);
        }
        SecurityIdentity known = verified.of(token);
        return known != null
                ? Uni.createFrom().item(known)
                : oidc.authenticate(request, identities).invoke(identity -> keep(token, identity));
    }

    private void keep(String token, SecurityIdentity identity) {
        if (identity != null && identity.getPrincipal() instanceof JsonWebToken jwt) {
            verified.keep(token, withoutRequest(identity), Instant.ofEpochSecond(jwt.getExpirationTime()));
        }
    }

    /** The request that a token came with is an attribute, and would be held as long as the token. */
    static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        var kept = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials());
        identity.getAttributes().forEach((name, value) -> {
            if (!(value instanceof RoutingContext)) {
                kept.addAttribute(name, value);
            }
        });
        return kept.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return oidc.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return oidc.getCredentialTransport(request);
    }

    /** Before the mechanism that it asks. */
    @Override
    public int getPriority() {
        return oidc.getPriority() + 1;
    }
}
