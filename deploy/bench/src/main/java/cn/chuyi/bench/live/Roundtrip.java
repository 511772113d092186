package cn.chuyi.bench.live;

import cn.chuyi.bench.Topics;
import cn.chuyi.bench.suite.RunningSuite;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The least that a fact has to go through: a commit of a row like the journal's, and a record that is acknowledged by all
 * and comes back to a consumer. On the suite's own servers, in a schema and a topic of its own, waiting for nothing.
 */
final class Roundtrip implements AutoCloseable {
    private static final String TOPIC = "bench.roundtrip";
    private static final String PAYLOAD = """
            {"project":"0199a1b2-0000-7000-8000-000000000000","year":2025,"done":"79.9","evidence":[],\
            "effectiveOn":"2025-12-15"}""";
    private static final String TABLE = """
            create schema bench;
            create table bench.journal (like public.journal including all)""";
    private static final String INSERT = """
            insert into bench.journal (stream, version, id, type, payload, recorded_at, actor, correlation_id)
            values (?, 1, ?, 'chuyi.registry.project-progress-reported.v1', ?, now(), 'bench', ?)""";

    private final AgroalDataSource database;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
    private final Thread reading = Thread.ofPlatform().name("roundtrip").unstarted(this::read);

    Roundtrip(RunningSuite suite) throws SQLException, InterruptedException {
        this.database = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(12)
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(suite.jdbc(RunningSuite.REGISTRY))
                                .connectionProviderClassName("org.postgresql.Driver")
                                .principal(new NamePrincipal(RunningSuite.REGISTRY))
                                .credential(new SimplePassword(RunningSuite.REGISTRY)))));
        try (var connection = database.getConnection();
                var create = connection.createStatement()) {
            create.execute(TABLE);
        }
        Map<String, Object> address = Map.of("bootstrap.servers", suite.kafka());
        Topics.create(suite.kafka(), TOPIC);
        var sending = new HashMap<>(address);
        sending.put("acks", "all");
        sending.put("linger.ms", 0);
        this.producer = new KafkaProducer<>(sending, new StringSerializer(), new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(address, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        reading.start();
    }

    /** Returns when the record has come back. */
    void perform() throws SQLException, InterruptedException, ExecutionException {
        var id = UUID.randomUUID();
        var back = new CompletableFuture<Void>();
        waiting.put(id.toString(), back);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, "project-" + id);
            insert.setObject(2, id);
            insert.setString(3, PAYLOAD);
            insert.setString(4, id.toString());
            insert.executeUpdate();
        }
        producer.send(new ProducerRecord<>(TOPIC, id.toString(), PAYLOAD.getBytes(StandardCharsets.UTF_8)))
                .get();
        back.get();
    }

    private void read() {
        try (consumer) {
            while (true) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    var one = waiting.remove(record.key());
                    if (one != null) {
                        one.complete(null);
                    }
                }
            }
        } catch (WakeupException e) {
            waiting.values().forEach(one -> one.completeExceptionally(e));
        }
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        reading.join();
        producer.close();
        database.close();
    }
}
