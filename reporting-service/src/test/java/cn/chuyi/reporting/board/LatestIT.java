package cn.chuyi.reporting.board;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.reader.FoldWatch;
import cn.chuyi.kit.test.HttpCall;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.History;
import cn.chuyi.reporting.Kafka;
import cn.chuyi.reporting.fold.Latest;
import cn.chuyi.reporting.ledger.Changes;
import cn.chuyi.reporting.ledger.Snapshots;
import cn.chuyi.reporting.ledger.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits for a fact is answered out of the batch that brings it: with what the tables say, or not at all. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class LatestIT {
    private static final String CITY = "439500";
    private static final String COUNTY = "439541";
    private static final String OTHER = "439542";
    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject
    DataSource database;

    @Inject
    FoldWatch watch;

    @Inject
    Latest latest;

    @Inject
    Changes changes;

    @Inject
    Snapshots snapshots;

    @Inject
    Sight sight;

    @BeforeEach
    void nothingIsParked() throws SQLException {
        change("create table set_aside as table parked; delete from parked");
    }

    @AfterEach
    void whatOtherTestsHaveParkedIsParkedAgain() throws SQLException {
        change("insert into parked overriding system value table set_aside; drop table set_aside");
    }

    private static History opened(String programme) {
        return opened(programme, COUNTY);
    }

    private static History opened(String programme, String county) {
        var history = new History(programme)
                .division(CITY, "CITY", "430000")
                .division(county, "COUNTY", CITY)
                .division(OTHER, "COUNTY", CITY)
                .catalogue("COUNTY");
        everybodyIsRated(history)
                .catalogue("CITY")
                .openCycle()
                .openCase(CITY, "CITY", "430000")
                .openCase(county, "COUNTY", CITY)
                .openCase(OTHER, "COUNTY", CITY)
                .verified(county, "K-A1", "D")
                .verified(OTHER, "K-A1", "B")
                .published(OTHER);
        Kafka.send(history.entries());
        assertThat(shown(programme, county, history.positions()).status()).isEqualTo(200);
        return history;
    }

    /** Freezes the last catalogue again, so that one indicator is enough for a grade and a rank. */
    private static History everybodyIsRated(History history) {
        var last = history.last();
        try {
            var frozen = Json.mapper().readValue(last.json(), new TypeReference<Map<String, Object>>() {});
            frozen.put("revision", 2);
            frozen.put(
                    "content",
                    Json.mapper().<ObjectNode>valueToTree(frozen.get("content")).put("minimumApplicableWeight", "0"));
            return history.assessment(last.stream(), "catalogue-frozen", frozen);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @ActivateRequestContext
    void who_waits_for_a_fact_is_shown_what_the_tables_say_after_its_batch() {
        var history = opened("LATEST");
        long since = System.nanoTime();
        var versions = folded(history.verified(COUNTY, "K-A1", "A"));

        var kept = Objects.requireNonNull(latest.of(2025, "LATEST", COUNTY, versions, since));

        var asked = new Asked(2025, "LATEST", null);
        for (boolean everything : List.of(true, false)) {
            var read = snapshots.<@Nullable Shown>glance(sql -> new Newest(sql, everything).of(asked, COUNTY));
            assertThat(Shown.of(kept, everything)).isEqualTo(read);
        }
        assertThat(kept.rank()).as("before the other county").isEqualTo(1);

        versions = folded(history.published(COUNTY));
        kept = Objects.requireNonNull(latest.of(2025, "LATEST", COUNTY, versions, since));
        var visible = snapshots.read(sql -> {
            var cycle = new Boards(sql).require(asked);
            return new Showcase(sql, cycle, sight).one(new Boards(sql).unit(cycle, COUNTY, null), null);
        });
        assertThat(Shown.of(kept, sight.everything())).isEqualTo(visible);
    }

    @Test
    void whoever_came_later_or_waits_for_another_fact_or_asks_for_another_unit_reads_the_tables() {
        var history = opened("LATEST-OTHERS");
        long since = System.nanoTime();
        var versions = folded(history.verified(COUNTY, "K-A1", "A"));
        assertThat(latest.of(2025, "LATEST-OTHERS", COUNTY, versions, since)).isNotNull();

        assertThat(latest.of(2025, "LATEST-OTHERS", COUNTY, versions, System.nanoTime()))
                .isNull();
        assertThat(latest.of(2025, "LATEST-OTHERS", COUNTY, Map.of("elsewhere", 1L), since))
                .isNull();
        assertThat(latest.of(2025, "LATEST-OTHERS", OTHER, versions, since)).isNull();
        assertThat(latest.of(2026, "LATEST-OTHERS", COUNTY, versions, since)).isNull();
        assertThat(latest.of(2025, "ANOTHER", COUNTY, versions, since)).isNull();
    }

    @Test
    void nothing_is_kept_while_a_record_is_parked() throws SQLException {
        var history = opened("LATEST-PARKED");
        long since = System.nanoTime();
        change("""
                insert into parked (reader, topic, partition, "offset", stream, cause, reason, headers, parked_at)
                values ('registry', 'none', 0, 0, 'division-1', 'UNREADABLE', 'a test', '{}', now())""");
        var versions = folded(history.verified(COUNTY, "K-A1", "A"));
        assertThat(latest.of(2025, "LATEST-PARKED", COUNTY, versions, since)).isNull();
        change("delete from parked");
    }

    @Test
    void who_names_no_programme_reads_the_tables_where_two_have_the_unit() {
        var history = opened("LATEST-ONE", "439543");
        long since = System.nanoTime();
        var versions = folded(history.verified("439543", "K-A1", "A"));
        assertThat(latest.of(2025, null, "439543", versions, since)).isNotNull();

        opened("LATEST-TWO", "439543");
        versions = folded(history.verified("439543", "K-A1", "B"));
        assertThat(latest.of(2025, null, "439543", versions, since)).isNull();
        assertThat(latest.of(2025, "LATEST-ONE", "439543", versions, since)).isNotNull();
    }

    @Test
    void who_has_waited_gets_the_same_bytes_as_who_asks_afterwards() throws Exception {
        var history = opened("LATEST-SAME");
        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var value : List.of("A", "B", "C", "A", "B")) {
                var fact = history.verified(COUNTY, "K-A1", value).last();
                var asking = new ArrayList<Callable<HttpCall.Answer>>();
                for (int i = 0; i < 5; i++) {
                    asking.add(() -> shown("LATEST-SAME", COUNTY, fact.token()));
                }
                asking.add(() -> {
                    Kafka.send(List.of(fact));
                    return shown("LATEST-SAME", COUNTY, fact.token());
                });
                var answers = new ArrayList<String>();
                for (var answer : waiting.invokeAll(asking)) {
                    answers.add(answer.get().body());
                }
                answers.add(shown("LATEST-SAME", COUNTY, fact.token()).body());
                assertThat(answers).hasSize(7).containsOnly(answers.getLast());
                assertThat(answers.getLast()).contains("\"value\":\"" + value + "\"");
            }
        }
    }

    /** Sends the last fact, and waits until this process has folded it. */
    private Map<String, Long> folded(History history) {
        var fact = history.last();
        var versions = Map.of(fact.stream(), fact.version());
        long before = changes.count();
        try (var waiting = watch.expect(versions)) {
            Kafka.send(List.of(fact));
            assertThat(waiting.await(LONG)).isTrue();
        }
        assertThat(changes.count()).as("who reads now looks anew").isGreaterThan(before);
        return versions;
    }

    private static HttpCall.Answer shown(String programme, String unit, String after) {
        return HttpCall.to("/api/v1/scores/2025/" + unit + "?wait=20s&programme=" + programme + "&after=" + after)
                .token(Tokens.of("office", "430000", "province-office"))
                .get();
    }

    private void change(String script) throws SQLException {
        try (Connection connection = database.getConnection()) {
            new Sql(connection).script(script);
        }
    }
}
