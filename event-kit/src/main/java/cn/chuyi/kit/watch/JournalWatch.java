package cn.chuyi.kit.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
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
 * Facts of the journal that are not on the topic yet. Down when some wait and none has gone for long: then no relay is
 * elected, or Kafka does not take them.
 */
@Wellness
@ApplicationScoped
class JournalWatch implements Look, HealthCheck {
    private final Clock clock;
    private final WatchSettings settings;
    private volatile Seen seen = new Seen(0, null, Standstill.NONE);

    JournalWatch(Clock clock, WatchSettings settings, MeterRegistry meters) {
        this.clock = clock;
        this.settings = settings;
        Gauge.builder("journal.backlog", () -> seen.rows())
                .description("facts that are not on the topic yet")
                .register(meters);
        TimeGauge.builder("journal.backlog.age", () -> age().toMillis(), TimeUnit.MILLISECONDS)
                .description("how long ago the oldest of them was recorded")
                .register(meters);
    }

    private record Seen(long rows, @Nullable Instant oldest, Standstill standstill) {}

    @Override
    public void look(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        with waiting as (
                            select position from journal_backlog union all select unnest(positions) from relay_batch)
                        select (select count(*) from waiting),
                            (select recorded_at from journal where position = (select min(position) from waiting)),
                            (select coalesce(max(chain), 0) from journal_link)""");
                ResultSet row = select.executeQuery()) {
            row.next();
            long rows = row.getLong(1);
            var oldest = row.getTimestamp(2);
            seen = new Seen(
                    rows,
                    oldest == null ? null : oldest.toInstant(),
                    seen.standstill().seen(row.getLong(3), rows > 0, now));
        }
    }

    private Duration age() {
        var oldest = seen.oldest();
        return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
    }

    @Override
    public HealthCheckResponse call() {
        var standstill = seen.standstill().lasting(clock.instant());
        return HealthCheckResponse.named("journal")
                .status(standstill.compareTo(settings.standstill()) < 0)
                .withData("backlog", seen.rows())
                .withData("oldestSeconds", age().toSeconds())
                .withData("standstillSeconds", standstill.toSeconds())
                .build();
    }
}
