package cn.chuyi.reporting.fold;

import cn.chuyi.kit.watch.Look;
import cn.chuyi.reporting.ledger.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/** Whether what was found is announced soon. Down while something waits for longer than a minute. */
@Wellness
@ApplicationScoped
class AnnouncementWatch implements Look, HealthCheck {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Clock clock;
    private volatile Seen seen = new Seen(0, null);

    AnnouncementWatch(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        Gauge.builder("announcements.units", () -> seen.units())
                .description("units in which something was found that is not announced yet")
                .register(meters);
        TimeGauge.builder("announcements.age", () -> age().toMillis(), TimeUnit.MILLISECONDS)
                .description("how long ago the first of that was found")
                .register(meters);
    }

    private record Seen(long units, @Nullable Instant oldest) {}

    @Override
    public void look(Connection connection, Instant now) {
        var found = new Sql(connection)
                .one(
                        "select count(*), min(noted_at) from unannounced",
                        row -> new Seen(
                                row.getLong(1),
                                row.getTimestamp(2) == null
                                        ? null
                                        : row.getTimestamp(2).toInstant()));
        if (found != null) {
            seen = found;
        }
    }

    private Duration age() {
        var oldest = seen.oldest();
        return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("announcements")
                .status(age().compareTo(LONGEST) < 0)
                .withData("units", seen.units())
                .withData("oldestSeconds", age().toSeconds())
                .build();
    }
}
