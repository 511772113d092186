package cn.chuyi.kit.note;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import cn.chuyi.kit.journal.Chain;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
import org.junit.jupiter.api.Test;

/** The whole kit at work on a real PostgreSQL and a real Kafka: HTTP, journal, relay, topic, reader, view. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class NoteIT {
    private static final String TOPIC = "chuyi.registry.v1";

    @Inject
    DataSource database;

    @Inject
    Chain chain;

    @ConfigProperty(name = "KAFKA_BOOTSTRAP_SERVERS")
    String brokers;

    @Test
    void a_note_is_answered_after_the_commit_and_reaches_the_view_over_the_topic() {
        String id = write("good morning").extract().header("X-Event-Position");
        assertThat(id).endsWith("@1");
        awaitView(id.replace("@1", ""), "good morning");
    }

    @Test
    void the_topic_carries_cloudevents_that_need_none_of_our_code() {
        String id = UUID.randomUUID().toString();
        as("ada", "430100", "writer")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("X-Correlation-Id", "case-7")
                .body(Map.of("text", "hello"))
                .post("/api/v1/notes/430181/" + id)
                .then()
                .statusCode(201);
        var record = awaitRecord("note-" + id);
        assertThat(record.value()).asString(StandardCharsets.UTF_8).isEqualTo("{\"text\":\"hello\"}");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(UUID.fromString(header(record, "ce_id")).version()).isEqualTo(7);
        assertThat(header(record, "ce_source")).isEqualTo("/note-service");
        assertThat(header(record, "ce_type")).isEqualTo("chuyi.note.note-written.v1");
        assertThat(header(record, "ce_time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(header(record, "ce_subject")).isEqualTo("note-" + id);
        assertThat(header(record, "ce_sequence")).isEqualTo("1");
        assertThat(header(record, "ce_actor")).isEqualTo("ada");
        assertThat(header(record, "ce_correlationid")).isEqualTo("case-7");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(header(record, "traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void many_writers_of_one_note_leave_no_gap_and_no_lost_order() throws Exception {
        String id = UUID.randomUUID().toString();
        try (var writers = Executors.newFixedThreadPool(6)) {
            IntStream.range(0, 30).forEach(i -> writers.submit(() -> writeUntilAccepted(id, "text " + i)));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rows().of(
                                        "select version::text from note_view where stream = ? order by note_view.version",
                                        "note-" + id))
                        .isEqualTo(IntStream.rangeClosed(1, 30)
                                .mapToObj(Integer::toString)
                                .toList()));
        assertThat(rows().of("select text from note_view where stream = ? order by version", "note-" + id))
                .isEqualTo(rows().of(
                                "select payload::json ->> 'text' from journal where stream = ? order by version",
                                "note-" + id));
    }

    @Test
    void a_row_that_commits_late_is_published_all_the_same() throws Exception {
        String late = "note-" + UUID.randomUUID();
        try (var slow = database.getConnection()) {
            slow.setAutoCommit(false);
            try (var insert = slow.prepareStatement(
                    "insert into journal (stream, version, id, type, payload, recorded_at) values (?, 1, gen_random_uuid(), 'chuyi.note.note-written.v1', '{\"text\":\"late\"}', now())")) {
                insert.setString(1, late);
                insert.executeUpdate();
            }
            String early = write("early").extract().header("X-Event-Position").replace("@1", "");
            awaitView(early, "early");
            slow.commit();
            slow.setAutoCommit(true);
        }
        awaitView(late, "late");
    }

    @Test
    void a_refusal_names_the_rule_the_field_and_the_way_out_and_writes_nothing() {
        String id = UUID.randomUUID().toString();
        as("ada", "430100", "writer")
                .header("Accept-Language", "en")
                .body(Map.of("text", "damn"))
                .post("/api/v1/notes/430181/" + id)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body(
                        "code",
                        equalTo("TOO_RUDE"),
                        "detail",
                        equalTo("\"damn\" isn't polite."),
                        "remedy",
                        equalTo("Say it nicely."),
                        "errors.pointer",
                        contains("/text"));
        assertThat(rows().of("select payload from journal where stream = ?", "note-" + id))
                .isEmpty();
    }

    @Test
    void bad_json_is_answered_in_chinese_with_the_pointer_of_the_field() {
        as("ada", "430100", "writer")
                .body("{\"text\": [1]}")
                .post("/api/v1/notes/430181/x")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_JSON"), "errors.pointer", contains("/text"), "detail", notNullValue());
        as("ada", "430100", "writer")
                .body("{\"txet\": \"x\"}")
                .post("/api/v1/notes/430181/x")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/txet"));
        as("ada", "430100", "writer")
                .body("{\"text\": ")
                .post("/api/v1/notes/430181/x")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_JSON"));
        as("ada", "430100", "writer")
                .body("{\"text\": \" \"}")
                .post("/api/v1/notes/430181/x")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"), "errors.pointer", contains("/text"));
    }

    @Test
    void an_update_needs_the_version_that_the_caller_saw() {
        String id = write("one")
                .extract()
                .header("X-Event-Position")
                .replace("note-", "")
                .replace("@1", "");
        as("ada", "430100", "writer")
                .body(Map.of("text", "two"))
                .put("/api/v1/notes/" + id)
                .then()
                .statusCode(428);
        as("ada", "430100", "writer")
                .header("If-Match", "banana")
                .body(Map.of("text", "two"))
                .put("/api/v1/notes/" + id)
                .then()
                .statusCode(400);
        as("ada", "430100", "writer")
                .header("If-Match", "\"0\"")
                .body(Map.of("text", "two"))
                .put("/api/v1/notes/" + id)
                .then()
                .statusCode(412);
        as("ada", "430100", "writer")
                .header("If-Match", "\"1\"")
                .body(Map.of("text", "two"))
                .put("/api/v1/notes/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    @Test
    void the_same_idempotency_key_gives_the_first_answer_again_and_another_body_is_refused() {
        String id = UUID.randomUUID().toString();
        String key = UUID.randomUUID().toString();
        var first = as("ada", "430100", "writer")
                .header("Idempotency-Key", key)
                .body(Map.of("text", "once"))
                .post("/api/v1/notes/430181/" + id);
        var again = as("ada", "430100", "writer")
                .header("Idempotency-Key", key)
                .body(Map.of("text", "once"))
                .post("/api/v1/notes/430181/" + id);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(rows().of("select type from journal where stream = ?", "note-" + id))
                .hasSize(1);
        as("ada", "430100", "writer")
                .header("Idempotency-Key", key)
                .body(Map.of("text", "twice"))
                .post("/api/v1/notes/430181/" + id)
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void whoever_has_no_valid_token_for_this_audience_is_asked_to_sign_in() {
        given().contentType(ContentType.JSON)
                .body(Map.of("text", "x"))
                .post("/api/v1/notes/430181/x")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("UNAUTHENTICATED"));
        for (String token : List.of(
                Tokens.otherAudience("ada", "430100", "writer"),
                Tokens.expired("ada", "430100", "writer"),
                Tokens.of("ada", "430100", "writer") + "x")) {
            given().auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .body(Map.of("text", "x"))
                    .post("/api/v1/notes/430181/x")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("UNAUTHENTICATED"));
        }
    }

    @Test
    void a_division_reaches_down_by_parent_and_a_role_as_far_as_the_table_says() {
        as("ada", "430100", "writer")
                .body(Map.of("text", "x"))
                .post("/api/v1/notes/433101/n1")
                .then()
                .statusCode(403)
                .body("code", equalTo("FOREIGN_UNIT"));
        as("ada", "433100", "writer")
                .body(Map.of("text", "x"))
                .post("/api/v1/notes/433101/n2")
                .then()
                .statusCode(201);
        as("bob", "433100", "clerk")
                .body(Map.of("text", "x"))
                .post("/api/v1/notes/433101/n3")
                .then()
                .statusCode(403);
        as("bob", "433101", "clerk")
                .body(Map.of("text", "x"))
                .post("/api/v1/notes/433101/n4")
                .then()
                .statusCode(201);
        as("eve", "430000", "stranger")
                .body(Map.of("text", "x"))
                .post("/api/v1/notes/433101/n5")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void an_endpoint_that_no_table_knows_is_denied() {
        as("ada", "430000", "writer").get("/api/v1/notes/1/unlisted").then().statusCode(403);
        as("ada", "430000", "writer")
                .get("/api/v1/no-such-thing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        as("ada", "430000", "writer")
                .delete("/api/v1/notes/1")
                .then()
                .statusCode(405)
                .contentType("application/problem+json");
    }

    @Test
    void a_broken_record_is_parked_with_its_stream_while_others_flow_until_an_operator_gives_it_up() {
        String broken = "note-" + UUID.randomUUID();
        produce(broken, 1, "{\"text\":\"fine\"}");
        produce(broken, 2, "{\"text\": broken");
        produce(broken, 3, "{\"text\":\"waits\"}");
        String other = write("flows").extract().header("X-Event-Position").replace("@1", "");
        awaitView(other, "flows");
        awaitView(broken, "fine");
        await().untilAsserted(() -> assertThat(
                        rows().of("select cause from parked where stream = ? order by version", broken))
                .containsExactly("UNREADABLE", "BEHIND"));
        String id = rows().of("select id::text from parked where stream = ? and cause = 'UNREADABLE'", broken)
                .getFirst();

        as("eve", "430100", "writer")
                .post("/api/v1/parked/" + id + "/retry")
                .then()
                .statusCode(403);
        as("root", null, "admin")
                .get("/api/v1/parked?limit=500")
                .then()
                .statusCode(200)
                .body("items.stream", hasItem(broken));
        as("root", null, "admin").post("/api/v1/parked/" + id + "/retry").then().statusCode(204);
        assertThat(rows().of("select cause from parked where stream = ?", broken))
                .hasSize(2);

        as("root", null, "admin")
                .body(Map.of("reason", "written by hand"))
                .post("/api/v1/parked/" + id + "/discard")
                .then()
                .statusCode(204);
        awaitView(broken, "fine", "waits");
        assertThat(rows().of("select cause from parked where stream = ?", broken))
                .isEmpty();
        assertThat(
                        rows().of(
                                        "select type from journal where stream like 'parked-%' and payload like '%written by hand%'"))
                .containsExactly("chuyi.note.parked-record-discarded.v1");
    }

    @Test
    void a_gap_waits_for_the_missing_record_and_a_repeat_changes_nothing() {
        String stream = "note-" + UUID.randomUUID();
        produce(stream, 1, "{\"text\":\"one\"}");
        produce(stream, 3, "{\"text\":\"three\"}");
        produce(stream, 1, "{\"text\":\"one\"}");
        await().untilAsserted(() -> assertThat(rows().of("select cause from parked where stream = ?", stream))
                .containsExactly("GAP"));
        awaitView(stream, "one");
        produce(stream, 2, "{\"text\":\"two\"}");
        awaitView(stream, "one", "two", "three");
        assertThat(rows().of("select cause from parked where stream = ?", stream))
                .isEmpty();
    }

    @Test
    void a_record_that_no_view_can_take_is_found_in_its_batch_and_parked() {
        String bad = "note-" + UUID.randomUUID();
        String good = "note-" + UUID.randomUUID();
        for (int i = 1; i <= 5; i++) {
            produce(good, i, "{\"text\":\"good " + i + "\"}");
        }
        produce(bad, 1, "{\"text\":\"" + NoteProjection.UNFOLDABLE + "\"}");
        awaitView(good, "good 1", "good 2", "good 3", "good 4", "good 5");
        await().untilAsserted(() -> assertThat(rows().of("select reason from parked where stream = ?", bad))
                .singleElement()
                .asString()
                .contains("no view of this"));
    }

    @Test
    void the_hash_chain_holds_and_names_the_first_row_that_was_changed() {
        String stream =
                write("to be proven").extract().header("X-Event-Position").replace("@1", "");
        awaitView(stream, "to be proven");
        await().untilAsserted(() -> assertThat(rows().of("select stream from journal where published_at is null"))
                .isEmpty());
        assertThat(chain.verify().broken()).isNull();
        rows().run("update journal set payload = '{\"text\":\"forged\"}' where stream = ?", stream);
        assertThat(chain.verify().broken())
                .isNotNull()
                .extracting(Chain.Broken::stream)
                .isEqualTo(stream);
        rows().run("update journal set payload = '{\"text\":\"to be proven\"}' where stream = ?", stream);
        assertThat(chain.verify().broken()).isNull();
    }

    private io.restassured.response.ValidatableResponse write(String text) {
        return as("ada", "430100", "writer")
                .body(Map.of("text", text))
                .post("/api/v1/notes/430181/" + UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    private void writeUntilAccepted(String id, String text) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> as("ada", "430100", "writer")
                                .body(Map.of("text", text))
                                .post("/api/v1/notes/430181/" + id)
                                .statusCode()
                        == 201);
    }

    private static RequestSpecification as(
            String subject, @org.jspecify.annotations.Nullable String division, String... roles) {
        return given().auth().oauth2(Tokens.of(subject, division, roles)).contentType(ContentType.JSON);
    }

    private void awaitView(String stream, String... texts) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                rows().of("select text from note_view where stream = ? order by version", stream))
                        .containsExactly(texts));
    }

    private Rows rows() {
        return new Rows(database);
    }

    private void produce(String stream, long version, String payload) {
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

    private ConsumerRecord<String, byte[]> awaitRecord(String key) {
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

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
