package cn.chuyi.kit.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Turns commands away while too many are at work: before they take a thread, wait for a connection, or cost a signature. */
class CrowdFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Semaphore places;

    CrowdFilter(CrowdSettings settings) {
        this.places = new Semaphore(settings.commands());
    }

    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHENTICATION - 1)
    @Nullable
    Response enter(RoutingContext request, ResourceInfo resource, HttpHeaders headers) {
        if (!isCommand(request, resource)) {
            return null;
        }
        if (!places.tryAcquire()) {
            return Unavailable.response(headers);
        }
        request.addEndHandler(_ -> places.release());
        return null;
    }

    private static boolean isCommand(RoutingContext request, ResourceInfo resource) {
        return !READING.contains(request.request().method().name())
                && resource.getResourceMethod().isAnnotationPresent(Transactional.class);
    }
}
