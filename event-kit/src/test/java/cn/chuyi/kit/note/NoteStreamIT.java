package cn.chuyi.kit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import cn.chuyi.kit.event.CloudEvents;
import cn.chuyi.kit.journal.Chain;
import cn.chuyi.kit.journal.Link;
import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The stream at work on a real PostgreSQL and a real Kafka: journal, relay, topic, reader, view. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class NoteStreamIT extends NoteScene {
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
    void a_stream_that_does_not_concern_a_reader_is_passed_over_unread() {
        String elsewhere = "elsewhere-" + UUID.randomUUID();
        produce(elsewhere, 7, "{\"text\": broken");
        produce(elsewhere, 1, "{\"text\":\"fine\"}");
        var last = awaitRecord(elsewhere);
        await().untilAsserted(() -> assertThat(rows().of(
                                "select partition || ' ' || (next_offset > " + last.offset() + ") from cursor"
                                        + " where reader = ? and partition = " + last.partition(),
                                "notes"))
                .containsExactly(last.partition() + " true"));
        assertThat(rows().of("select text from note_view where stream = ?", elsewhere))
                .isEmpty();
        assertThat(rows().of("select cause from parked where stream = ?", elsewhere))
                .isEmpty();
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
    void a_published_fact_says_which_link_is_before_its_own() {
        String stream = write("chained").extract().header("X-Event-Position").replace("@1", "");
        awaitView(stream, "chained");
        awaitPublication();

        var record = awaitRecord(stream);
        Link link = Link.parse(header(record, "ce_previouslink"))
                .next(CloudEvents.envelope(record), new String(record.value(), StandardCharsets.UTF_8));

        assertThat(rows().of(
                                "select chain || ' ' || encode(hash, 'hex') from journal join journal_link using (position) where stream = ?",
                                stream))
                .containsExactly(link.number() + " " + link.hex());
    }

    @Test
    void the_hash_chain_holds_and_names_the_first_row_that_was_changed() {
        String stream =
                write("to be proven").extract().header("X-Event-Position").replace("@1", "");
        awaitView(stream, "to be proven");
        awaitPublication();
        assertThat(chain.verify().broken()).isNull();
        rows().run("update journal set payload = '{\"text\":\"forged\"}' where stream = ?", stream);
        assertThat(chain.verify().broken())
                .isNotNull()
                .extracting(Chain.Broken::stream)
                .isEqualTo(stream);
        rows().run("update journal set payload = '{\"text\":\"to be proven\"}' where stream = ?", stream);
        assertThat(chain.verify().broken()).isNull();
    }

    @Test
    void the_hash_chain_names_a_row_that_was_removed_or_inserted_behind_the_relays_back() throws Exception {
        String stream = write("removed").extract().header("X-Event-Position").replace("@1", "");
        awaitView(stream, "removed");
        awaitPublication();
        try (var connection = database.getConnection();
                var forge = connection.createStatement()) {
            connection.setAutoCommit(false);
            forge.execute("create temp table kept as select * from journal where stream = '" + stream + "'");
            forge.execute("delete from journal where stream = '" + stream + "'");
            connection.commit();

            assertThat(chain.verify().broken())
                    .isNotNull()
                    .extracting(Chain.Broken::reason)
                    .isEqualTo("it was removed");

            forge.execute("alter table journal disable trigger appended");
            forge.execute("insert into journal overriding system value select * from kept");
            forge.execute("insert into journal (stream, version, id, type, payload, recorded_at)"
                    + " select stream, 2, gen_random_uuid(), type, payload, recorded_at from kept");
            forge.execute("alter table journal enable trigger appended");
            connection.commit();

            assertThat(chain.verify().broken())
                    .isNotNull()
                    .satisfies(broken -> assertThat(broken)
                            .extracting(Chain.Broken::stream, Chain.Broken::version, Chain.Broken::reason)
                            .containsExactly(stream, 2L, "it was inserted"));

            forge.execute("delete from journal where version = 2 and stream = '" + stream + "'");
            forge.execute("drop table kept");
            connection.commit();
            connection.setAutoCommit(true);
        }
        assertThat(chain.verify().broken()).isNull();
    }
}
