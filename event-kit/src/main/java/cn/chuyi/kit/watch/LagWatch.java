package cn.chuyi.kit.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Records on the topics that this service has not folded: end of the partition less cursor. Down when a partition has
 * some and its cursor has not moved for long. All replicas see the same, because they share the cursors.
 */
@Wellness
@ApplicationScoped
@IfBuildProperty(name = "chuyi.reader.enabled", stringValue = "true")
class LagWatch implements Look, HealthCheck {
    private final Clock clock;
    private final WatchSettings settings;
    private final Ends ends;
    private final MultiGauge gauge;
    private volatile Map<TopicPartition, Lag> lags = Map.of();

    LagWatch(Clock clock, WatchSettings settings, Ends ends, MeterRegistry meters) {
        this.clock = clock;
        this.settings = settings;
        this.ends = ends;
        this.gauge = MultiGauge.builder("reader.lag")
                .description("records of a partition that are not folded yet")
                .register(meters);
    }

    private record Lag(long records, Standstill standstill) {
        static final Lag NONE = new Lag(0, Standstill.NONE);

        Lag seen(long end, long next, Instant now) {
            long left = Math.max(0, end - next);
            return new Lag(left, standstill.seen(next, left > 0, now));
        }
    }

    @Override
    public void look(Connection connection, Instant now) throws SQLException {
        var cursors = cursors(connection);
        var seen = new HashMap<TopicPartition, Lag>();
        ends.now().forEach((partition, end) -> {
            long next = cursors.getOrDefault(partition, 0L);
            seen.put(partition, lags.getOrDefault(partition, Lag.NONE).seen(end, next, now));
        });
        lags = Map.copyOf(seen);
        gauge.register(
                seen.entrySet().stream()
                        .map(entry -> MultiGauge.Row.of(
                                tags(entry.getKey()), entry.getValue().records()))
                        .toList(),
                true);
    }

    private static Tags tags(TopicPartition partition) {
        return Tags.of("topic", partition.topic(), "partition", Integer.toString(partition.partition()));
    }

    private static Map<TopicPartition, Long> cursors(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select topic, partition, next_offset from cursor");
                ResultSet rows = select.executeQuery()) {
            var found = new HashMap<TopicPartition, Long>();
            while (rows.next()) {
                found.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
            return found;
        }
    }

    @Override
    public HealthCheckResponse call() {
        var now = clock.instant();
        var longest = lags.values().stream()
                .map(lag -> lag.standstill().lasting(now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        var byTopic = new TreeMap<String, Long>();
        lags.forEach((partition, lag) -> byTopic.merge(partition.topic(), lag.records(), Long::sum));
        var answer = HealthCheckResponse.named("readers")
                .status(longest.compareTo(settings.standstill()) < 0)
                .withData("standstillSeconds", longest.toSeconds());
        byTopic.forEach((topic, records) -> answer.withData("lag " + topic, records));
        return answer.build();
    }
}
