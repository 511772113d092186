package cn.chuyi.kit.anchor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.signing.VerificationKey;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A journal of some thousand rows is anchored while it grows; every row and every step is proven, and forgeries are not. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class AnchorIT {
    @Inject
    DataSource database;

    @Inject
    Anchors anchors;

    private static RequestSpecification auditor() {
        return given().auth().oauth2(Tokens.of("a", "430000", "auditor"));
    }

    private static List<VerificationKey> keys() {
        return VerificationKey.ofJwks(
                given().get("/.well-known/jwks.json").body().asString());
    }

    private static <T> T read(String path, Class<T> shape) throws Exception {
        var answer = auditor().get("/api/v1/journal/anchors" + path).then().statusCode(200);
        return Json.mapper().readValue(answer.extract().body().asString(), shape);
    }

    private String write() {
        return given().auth()
                .oauth2(Tokens.of("ada", "430100", "writer"))
                .contentType(ContentType.JSON)
                .body(Map.of("text", "anchored"))
                .post("/api/v1/notes/430181/" + UUID.randomUUID())
                .then()
                .statusCode(201)
                .extract()
                .header("X-Event-Position");
    }

    /** Many rows at once, which the relay publishes as any others. */
    private void append(int rows) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into journal (stream, version, id, type, payload, recorded_at)
                        select 'bulk-' || gen_random_uuid(), 1, gen_random_uuid(), 'chuyi.note.bulk.v1', '{}', now()
                        from generate_series(1, ?)""")) {
            insert.setInt(1, rows);
            insert.executeUpdate();
        }
        await().untilAsserted(() -> assertThat(strings(
                        "select id::text from journal where position not in (select position from journal_link)"))
                .isEmpty());
    }

    private List<String> strings(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var rows = select.executeQuery()) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Test
    void a_growing_journal_is_anchored_and_everything_is_proven_and_nothing_else() throws Exception {
        write();
        var sizes = new ArrayList<Long>();
        for (int rows : new int[] {1, 254, 3, 700, 511, 1}) {
            append(rows);
            sizes.add(anchors.anchorIfDue().orElseThrow().size());
            append(0);
        }
        var keys = keys();
        for (int i = 0; i + 1 < sizes.size(); i++) {
            read("/latest/extends/" + sizes.get(i), GrowthProof.class).check(keys);
        }
        var events = strings("select id::text from journal join journal_link using (position) where chain <= "
                + sizes.getLast() + " order by chain");
        for (int i = 0; i < events.size(); i += 37) {
            var proof = read("/latest/events/" + events.get(i), RowProof.class);
            proof.check(keys);
            assertThat(proof.number()).isEqualTo(i + 1);
            var moved = new RowProof(proof.event(), proof.number() + 1, proof.hash(), proof.path(), proof.anchor());
            assertThatThrownBy(() -> moved.check(keys)).isInstanceOf(UnprovenException.class);
        }
        forgeriesProveNothing(sizes.getFirst());
    }

    private void forgeriesProveNothing(long size) throws Exception {
        var growth = read("/latest/extends/" + size, GrowthProof.class);
        var later = growth.later();
        var forged = new Anchored(
                later.service(),
                later.size(),
                growth.earlier().root(),
                later.head(),
                later.digest(),
                later.statement());

        assertThatThrownBy(() -> new GrowthProof(growth.path(), growth.earlier(), forged).check(keys()))
                .isInstanceOf(UnprovenException.class)
                .hasMessageContaining("another thing");
        assertThatThrownBy(() -> growth.check(List.of()))
                .isInstanceOf(UnprovenException.class)
                .hasMessageContaining("no trusted key");
        assertThatThrownBy(() -> new GrowthProof(
                                growth.path().subList(1, growth.path().size()), growth.earlier(), later)
                        .check(keys()))
                .isInstanceOf(UnprovenException.class)
                .hasMessageContaining("does not extend");
    }

    @Test
    void an_idle_journal_is_anchored_once_and_two_replicas_anchor_it_once() throws Exception {
        append(5);
        try (var replicas = Executors.newFixedThreadPool(4)) {
            var found = new ArrayList<Anchored>();
            for (var answer : replicas.invokeAll(
                    List.<Callable<Optional<Anchored>>>of(this::anchor, this::anchor, this::anchor, this::anchor))) {
                answer.get().ifPresent(found::add);
            }
            assertThat(found).hasSize(1);
        }
        append(0);
        assertThat(anchors.anchorIfDue()).isEmpty();
        assertThat(strings("select type from journal where stream = 'journal-note'"))
                .isNotEmpty()
                .containsOnly("chuyi.note.journal-anchored.v1");
    }

    private Optional<Anchored> anchor() {
        return anchors.anchorIfDue();
    }

    @Test
    void what_is_not_anchored_is_not_proven() throws Exception {
        append(1);
        anchors.anchorIfDue();
        append(1);
        var event = strings(
                        "select id::text from journal join journal_link using (position) order by chain desc limit 1")
                .getFirst();

        auditor()
                .get("/api/v1/journal/anchors/latest/events/" + event)
                .then()
                .statusCode(409)
                .body("code", equalTo("NOT_ANCHORED_YET"));
        auditor()
                .get("/api/v1/journal/anchors/latest/events/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("EVENT_UNKNOWN"));
        auditor()
                .get("/api/v1/journal/anchors/latest/extends/999999")
                .then()
                .statusCode(404)
                .body("code", equalTo("ANCHOR_UNKNOWN"));
    }
}
