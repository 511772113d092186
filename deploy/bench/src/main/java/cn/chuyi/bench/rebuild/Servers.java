package cn.chuyi.bench.rebuild;

import cn.chuyi.bench.Infrastructure;
import cn.chuyi.bench.Opened;
import cn.chuyi.local.Compiler;
import cn.chuyi.reporting.rebuild.Ground;
import cn.chuyi.reporting.rebuild.Source;
import cn.chuyi.reporting.rebuild.pace.Pace;
import cn.chuyi.reporting.rebuild.table.Transactions;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker and a PostgreSQL as the suite starts them, crash-safe, with a log in them. */
final class Servers {
    private static final String DATABASE = "reporting";

    private final Infrastructure infrastructure;

    private Servers(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** How a contender finds them. */
    record Address(String bootstrap, String jdbc) {

        Map<String, Object> kafka() {
            return Map.of("bootstrap.servers", bootstrap);
        }

        AgroalDataSource database() {
            var configuration = new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(12)
                            .acquisitionTimeout(Duration.ofSeconds(30))
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(jdbc)
                                    .connectionProviderClassName("org.postgresql.Driver")
                                    .principal(new NamePrincipal(DATABASE))
                                    .credential(new SimplePassword(DATABASE))));
            try {
                return AgroalDataSource.from(configuration);
            } catch (SQLException e) {
                throw new IllegalStateException("no database at " + jdbc, e);
            }
        }

        Ground ground() {
            return new Ground(
                    new Transactions(database()),
                    kafka(),
                    new NobodyElse(),
                    Source.registry(Population.REGISTRY),
                    Source.assessment(Population.ASSESSMENT),
                    Clock.systemUTC(),
                    2,
                    Duration.ZERO,
                    Pace.FULL);
        }
    }

    static Servers start(Opened opened, Path root, Path folder, Compiler compiler) {
        var infrastructure = Infrastructure.start(opened, root, folder, compiler);
        infrastructure.postgres().database(DATABASE);
        return new Servers(infrastructure);
    }

    Address address() {
        return new Address(
                infrastructure.kafka().bootstrapServers(),
                infrastructure.postgres().jdbcUrl(DATABASE) + "?currentSchema=live,public&reWriteBatchedInserts=true");
    }

    ProcessHandle kafkaProcess() {
        return infrastructure.kafka().process();
    }

    ProcessHandle postgresProcess() {
        return infrastructure.postgresProcess();
    }

    /** Fills the topics as relays would: idempotent, acknowledged by all, lz4. */
    PastYears fill(long seed, int events, Population population) {
        var past = new PastYears(seed, events, population);
        send(past::write);
        return past;
    }

    /** Sends what is written. */
    void send(Consumer<Consumer<Event>> writing) {
        var settings = new HashMap<String, Object>(address().kafka());
        settings.put("acks", "all");
        settings.put("compression.type", "lz4");
        settings.put("linger.ms", 2);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            writing.accept(event -> producer.send(event.record()));
        }
    }
}
