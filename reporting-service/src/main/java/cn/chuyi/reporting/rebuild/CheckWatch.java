package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.watch.Look;
import cn.chuyi.reporting.rebuild.Run.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/**
 * Whether live scores were what the topics say when they were last compared. Down from a difference or a failure until a
 * later check finds none; all replicas see the same, because they share the record.
 */
@Wellness
@ApplicationScoped
class CheckWatch implements Look, HealthCheck {
    private static final String NAME = "self-check";

    private final Runs runs;
    private volatile Seen seen = new Seen(null, null);

    CheckWatch(Runs runs, MeterRegistry meters) {
        this.runs = runs;
        Gauge.builder("rebuild.check.differences", () -> seen.differences())
                .description("scores that differed in the last check; NaN when it failed, 0 before the first")
                .register(meters);
        TimeGauge.builder("rebuild.check.equal.timestamp", () -> seen.equalSince(), TimeUnit.MILLISECONDS)
                .description("when a check last found no difference; 0 before the first")
                .register(meters);
    }

    private record Seen(@Nullable Run last, @Nullable Instant equal) {

        boolean failed() {
            return last != null && last.state() == State.FAILED;
        }

        Number differences() {
            return failed() ? Double.NaN : last == null ? 0 : last.differences().size();
        }

        long equalSince() {
            return equal == null ? 0 : equal.toEpochMilli();
        }
    }

    @Override
    public void look(Connection connection, Instant now) {
        seen = new Seen(runs.lastCheck(), runs.lastEqual());
    }

    @Override
    public HealthCheckResponse call() {
        var last = seen.last();
        var answer = HealthCheckResponse.named(NAME);
        if (last == null) {
            return answer.up().build();
        }
        answer.withData("rebuild", last.id())
                .withData("state", last.state().name())
                .withData("at", String.valueOf(last.finishedAt()))
                .withData("differences", last.differences().size());
        if (!last.differences().isEmpty()) {
            answer.withData("units", Difference.units(last.differences()));
        }
        return answer.status(!seen.failed() && last.differences().isEmpty()).build();
    }
}
