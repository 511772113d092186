package cn.chuyi.kit.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/**
 * Records that were put aside. Down when one has been for long: a late record that fills a gap frees its stream within
 * moments, all else waits for an operator.
 */
@Wellness
@ApplicationScoped
@IfBuildProperty(name = "chuyi.reader.enabled", stringValue = "true")
class ParkedWatch implements Look, HealthCheck {
    private final Clock clock;
    private final WatchSettings settings;
    private volatile Seen seen = new Seen(0, 0, null);

    ParkedWatch(Clock clock, WatchSettings settings, MeterRegistry meters) {
        this.clock = clock;
        this.settings = settings;
        Gauge.builder("reader.parked.streams", () -> seen.streams())
                .description("streams that wait behind a parked record")
                .register(meters);
        Gauge.builder("reader.parked.records", () -> seen.records())
                .description("records that are parked now")
                .register(meters);
        TimeGauge.builder("reader.parked.age", () -> age().toMillis(), TimeUnit.MILLISECONDS)
                .description("how long ago the oldest of them was parked")
                .register(meters);
    }

    private record Seen(
            long streams, long records, @Nullable Instant oldest) {}

    @Override
    public void look(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select count(distinct (reader, stream)), count(*), min(parked_at) from parked");
                ResultSet row = select.executeQuery()) {
            row.next();
            var oldest = row.getTimestamp(3);
            seen = new Seen(row.getLong(1), row.getLong(2), oldest == null ? null : oldest.toInstant());
        }
    }

    private Duration age() {
        var oldest = seen.oldest();
        return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("parked")
                .status(age().compareTo(settings.parked()) < 0)
                .withData("streams", seen.streams())
                .withData("records", seen.records())
                .withData("oldestSeconds", age().toSeconds())
                .build();
    }
}
