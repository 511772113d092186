package cn.chuyi.reporting.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.chuyi.kit.reader.Folding;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.DemoHistory;
import cn.chuyi.reporting.History;
import cn.chuyi.reporting.History.Entry;
import cn.chuyi.reporting.Kafka;
import cn.chuyi.reporting.Shuffle;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fold.Fold;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.Wiring.Kit;
import cn.chuyi.reporting.rebuild.log.Log;
import cn.chuyi.reporting.rebuild.pace.Pace;
import cn.chuyi.reporting.rebuild.table.Schemas;
import cn.chuyi.reporting.rebuild.table.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is folded in memory leaves the same rows as what is folded batch by batch in the database, from the same topics:
 * those of this test, and all that other tests have left there.
 */
@QuarkusTest
@WithTestResource(LocalStack.class)
class FillingIT {
    private static final List<String> TABLES = List.of(
            "attribution",
            "division",
            "cycle",
            "unit",
            "school",
            "work",
            "project",
            "score",
            "edition",
            "cursor",
            "stream_seen");
    private static final int CHUNK = 100;

    /** But for marks, of which each change leaves another. */
    private static final String ROWS = "select (to_jsonb(r) - 'mark')::text from %%s.%s r order by 1";

    private static final String PARKED =
            "select jsonb_build_object('p', (to_jsonb(r) - 'id') - 'parked_at')::text from %s.parked r order by 1";

    @Inject
    DataSource database;

    @Inject
    Folding folding;

    @Inject
    Kit kit;

    @Inject
    Only only;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,5"})
    void the_same_rows_as_folding_batch_by_batch(long seed, int workers) {
        var programme = "FILL" + seed;
        Kafka.send(shuffled(programme, new Random(seed)));
        discardTheBrokenRecordOf("case-" + programme + "-2025-" + DemoHistory.COUNTY);
        var ground = ground(workers);
        var ends = ends(ground);
        try (var _ = only.lock()) {
            var live = inSide(ground, sql -> new Schemas(sql).create("folded"));
            ground.sources().forEach(source -> fold(ground, source, live, ends));
            inSchema(ground, live, sql -> {
                new Fold(sql).scoreEverything();
                return true;
            });
            var side = inSide(ground, sql -> new Schemas(sql).create("filled"));
            try (var filling = new Filling(ground, side, ends, (_, _) -> {})) {
                filling.fill();
            }
            for (var table : TABLES) {
                var rows = ROWS.formatted(table);
                assertThat(rows(ground, rows, side)).as(table).isNotEmpty().isEqualTo(rows(ground, rows, live));
            }
            assertThat(facts(ground, side)).isNotEmpty().isEqualTo(facts(ground, live));
            assertThat(rows(ground, PARKED, side)).isNotEmpty().isEqualTo(rows(ground, PARKED, live));
            assertThat(definitions(ground, side)).isNotEmpty().isEqualTo(definitions(ground, live));
        } finally {
            inSide(ground, sql -> {
                new Schemas(sql).sweep();
                return true;
            });
        }
    }

    /**
     * Any interleaving, repeats, a broken record that will be discarded, a gap, a broken one that stays, unknown types,
     * texts that no database keeps.
     */
    private static List<Entry> shuffled(String programme, Random random) {
        var history = DemoHistory.moved(programme);
        var good = history.entries();
        history.reported(DemoHistory.COUNTY, "K-A2", "A").reported(DemoHistory.COUNTY, "K-A3", "A");
        history.reported(DemoHistory.OTHER_COUNTY, "K-A2", "B").reported(DemoHistory.OTHER_COUNTY, "K-A3", "C");
        var late = history.entries().subList(good.size(), history.entries().size());
        var order = new ArrayList<>(Shuffle.doubled(Shuffle.interleaved(good, random), random));
        order.add(late.get(0).broken());
        order.add(late.get(1));
        order.add(late.get(3));
        history.reported(DemoHistory.CITY, "C-A2", "A");
        order.add(history.last().unknown());
        history.reported(DemoHistory.CITY, "C-A2", "B");
        order.add(history.last());
        history.done(history.project("T4.1", "TRAINING_BASE", DemoHistory.COUNTY, "nobody"), "1");
        order.add(history.last().broken());
        history.taskBook(history.project("T4.1\0", "TRAINING_BASE", DemoHistory.COUNTY, "nobody"), "1");
        order.addAll(history.entries()
                .subList(history.entries().size() - 2, history.entries().size()));
        order.add(history.last().unkept());
        return order;
    }

    private void discardTheBrokenRecordOf(String stream) {
        var ground = ground(1);
        var find = "select id::text from %s.parked where stream = '" + stream + "' and cause = 'UNREADABLE'";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !rows(ground, find, Schemas.LIVE).isEmpty());
        var id = rows(ground, find, Schemas.LIVE).getFirst();
        given().auth()
                .oauth2(Tokens.of("operator", "430000", "admin"))
                .contentType("application/json")
                .body(Map.of("reason", "a test"))
                .post("/api/v1/parked/{id}/discard", id)
                .then()
                .statusCode(204);
    }

    private Ground ground(int workers) {
        return new Ground(
                new Transactions(database),
                kafka,
                kit,
                Source.registry(History.REGISTRY),
                Source.assessment(History.ASSESSMENT),
                Clock.systemUTC(),
                workers,
                Duration.ZERO,
                Pace.FULL);
    }

    private static Map<TopicPartition, Long> ends(Ground ground) {
        var ends = new HashMap<TopicPartition, Long>();
        for (var source : ground.sources()) {
            try (var log = new Log(ground.kafka(), source.topic())) {
                ends.putAll(log.ends());
            }
        }
        return ends;
    }

    private <F extends Fact> void fold(Ground ground, Source<F> source, String schema, Map<TopicPartition, Long> ends) {
        try (var log = new Log(ground.kafka(), source.topic())) {
            log.read(
                    Map.of(),
                    ends,
                    records -> inSchema(
                            ground,
                            schema,
                            sql -> sql.within(connection -> {
                                folding.within(
                                        connection,
                                        new SideReading<>(source.reader(), source.codec(), new Fold(sql)::foldSilently),
                                        records);
                                return true;
                            })));
        }
    }

    private static List<Recorded> facts(Ground ground, String schema) {
        var facts = new ArrayList<Recorded>();
        inSchema(ground, schema, sql -> {
            new Ledger(sql).walk("", CHUNK, null, streams -> streams.values().forEach(facts::addAll));
            return true;
        });
        return facts;
    }

    private static List<String> definitions(Ground ground, String schema) {
        return rows(
                ground,
                "select replace(indexdef, '%1$s.', '') from pg_indexes where schemaname = '%1$s' order by 1",
                schema);
    }

    private static List<String> rows(Ground ground, String query, String schema) {
        return inSide(ground, sql -> sql.list(query.formatted(schema), row -> row.getString(1)));
    }

    private static <T> T inSchema(Ground ground, String schema, Function<Sql, T> work) {
        return inSide(ground, sql -> {
            new Schemas(sql).use(schema);
            return work.apply(sql);
        });
    }

    private static <T> T inSide(Ground ground, Function<Sql, T> work) {
        return ground.transactions().call(work);
    }
}
