package cn.chuyi.kit.http;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Denies what the permission table does not grant, before anything else happens. */
class AccessFilter {
    private final CurrentIdentityAssociation identities;
    private final Access access;
    private final Caller caller;

    AccessFilter(CurrentIdentityAssociation identities, Access access, Caller caller) {
        this.identities = identities;
        this.access = access;
        this.caller = caller;
    }

    @ServerRequestFilter
    Uni<Response> check(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        var allowed = method.getAnnotation(Allowed.class);
        boolean open = method.isAnnotationPresent(PublicRead.class);
        return identities.getDeferredIdentity().onItem().transform(identity -> {
            if (open) {
                return null;
            }
            if (identity.isAnonymous()) {
                throw new UnauthorizedException();
            }
            // Not by the caller: on the very first request, still on the I/O thread, he is not to be asked yet.
            if (allowed == null || !access.grants(allowed.value(), identity.getRoles())) {
                throw new ForbiddenException();
            }
            return null;
        });
    }

    @ServerResponseFilter
    void correlate(ContainerResponseContext response) {
        response.getHeaders().putSingle("X-Correlation-Id", caller.correlationId());
    }
}
