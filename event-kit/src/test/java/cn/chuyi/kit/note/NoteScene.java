package cn.chuyi.kit.note;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.chuyi.kit.journal.Chain;
import cn.chuyi.kit.test.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the tests of notes do and look at. */
abstract class NoteScene {
    static final String TOPIC = "chuyi.registry.v1";

    @Inject
    DataSource database;

    @Inject
    Chain chain;

    @ConfigProperty(name = "KAFKA_BOOTSTRAP_SERVERS")
    String brokers;

    io.restassured.response.ValidatableResponse write(String text) {
        return as("ada", "430100", "writer")
                .body(Map.of("text", text))
                .post("/api/v1/notes/430181/" + UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    void writeUntilAccepted(String id, String text) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> as("ada", "430100", "writer")
                                .body(Map.of("text", text))
                                .post("/api/v1/notes/430181/" + id)
                                .statusCode()
                        == 201);
    }

    static RequestSpecification as(
            String subject, @org.jspecify.annotations.Nullable String division, String... roles) {
        return given().auth().oauth2(Tokens.of(subject, division, roles)).contentType(ContentType.JSON);
    }

    void awaitView(String stream, String... texts) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                rows().of("select text from note_view where stream = ? order by version", stream))
                        .containsExactly(texts));
    }

    void awaitPublication() {
        await().untilAsserted(() -> assertThat(rows().of(
                                "select stream from journal where position not in (select position from journal_link)"))
                .isEmpty());
    }

    /** How many facts the service says that it has appended so far. */
    static double appended() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("journal_appended_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** Meanwhile the relay takes no row out of the backlog, and stamps none. */
    void relayHeldUp(Runnable work) throws SQLException {
        try (var holder = database.getConnection()) {
            holder.setAutoCommit(false);
            try (var lock = holder.prepareStatement("lock table relay_batch in exclusive mode")) {
                lock.execute();
                work.run();
            } finally {
                holder.rollback();
                holder.setAutoCommit(true);
            }
        }
    }

    Rows rows() {
        return new Rows(database);
    }

    void produce(String stream, long version, String payload) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<String, byte[]>(TOPIC, stream, payload.getBytes(StandardCharsets.UTF_8));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_source",
                            "/by-hand",
                            "ce_type",
                            "chuyi.note.note-written.v1",
                            "ce_time",
                            "2026-01-01T00:00:00Z",
                            "ce_subject",
                            stream,
                            "ce_sequence",
                            Long.toString(version))
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record);
        }
    }

    ConsumerRecord<String, byte[]> awaitRecord(String key) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            assertThat(partitions).hasSize(12);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> {
                                for (var record : consumer.poll(Duration.ofMillis(200))) {
                                    if (key.equals(record.key())) {
                                        return record;
                                    }
                                }
                                return null;
                            },
                            record -> record != null);
        }
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
