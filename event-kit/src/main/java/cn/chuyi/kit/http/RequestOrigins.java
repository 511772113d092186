package cn.chuyi.kit.http;

import cn.chuyi.kit.journal.Origin;
import cn.chuyi.kit.journal.Origins;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;

/** Takes the origin of a fact from the HTTP request, where there is one. */
@ApplicationScoped
class RequestOrigins implements Origins {
    private static final Origin NOBODY = new Origin(null, null, null, null);

    private final Provider<Caller> caller;
    private final Provider<CurrentVertxRequest> request;

    RequestOrigins(Provider<Caller> caller, Provider<CurrentVertxRequest> request) {
        this.caller = caller;
        this.request = request;
    }

    @Override
    public Origin current() {
        return Arc.container().requestContext().isActive() && request.get().getCurrent() != null
                ? caller.get().origin()
                : NOBODY;
    }
}
