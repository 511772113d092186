package cn.chuyi.reporting.rebuild;

import cn.chuyi.reporting.rebuild.pace.Callers;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Sees requests come and go. One about rebuilds is none: who watches a rebuild does not want to slow it down. */
class CallersFilter {
    private final Callers callers;

    CallersFilter(Callers callers) {
        this.callers = callers;
    }

    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHENTICATION - 1)
    void enter(RoutingContext request, ResourceInfo resource) {
        if (resource.getResourceClass() != RebuildResource.class) {
            callers.come();
            request.addEndHandler(_ -> callers.go());
        }
    }
}
