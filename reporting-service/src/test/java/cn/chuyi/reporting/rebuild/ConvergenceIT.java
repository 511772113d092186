package cn.chuyi.reporting.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.event.CloudEvents;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.journal.Link;
import cn.chuyi.kit.reader.Folding;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.reporting.DemoHistory;
import cn.chuyi.reporting.DemoLog;
import cn.chuyi.reporting.History;
import cn.chuyi.reporting.History.Entry;
import cn.chuyi.reporting.Shuffle;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fold.Fold;
import cn.chuyi.reporting.fold.ScoreTables;
import cn.chuyi.reporting.ledger.Codecs;
import cn.chuyi.reporting.ledger.Cycles;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.table.Schemas;
import cn.chuyi.reporting.score.CanonicalText;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same facts give the same board, whatever the order between streams, the batches and the repeats. */
@QuarkusTest
@WithTestResource(LocalStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConvergenceIT {
    private static final String CYCLE = "SAME-2025";
    private static final List<Entry> FACTS = DemoHistory.moved("SAME").entries();

    /** What three services published in the demo year. */
    private static final String CYCLE_OF_YEAR = "CHUYI-2022-2025";

    private static final List<Entry> YEAR =
            DemoLog.records().stream().map(ConvergenceIT::entry).toList();

    @Inject
    DataSource database;

    @Inject
    Folding folding;

    private String expected = "";
    private String expectedOfYear = "";

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    @BeforeAll
    void all_in_one_batch() {
        expected = folded(CYCLE, FACTS, FACTS.size());
        assertThat(expected)
                .contains("2025\t430124\tCOUNTY\t0\t")
                .contains("\tK-C1\tNOT_APPLICABLE\t-\t-\t-\n")
                .contains("\tK-C3\tCOLLECTED\t90.000000\t");
        expectedOfYear = folded(CYCLE_OF_YEAR, YEAR, YEAR.size());
        assertThat(expectedOfYear.lines().filter(line -> line.startsWith("2025\t")))
                .hasSize(136);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_interleaving_any_batches_and_any_repeats(long seed) {
        var random = new Random(seed);
        var order = Shuffle.doubled(Shuffle.interleaved(FACTS, random), random);
        assertThat(folded(CYCLE, order, 1 + random.nextInt(40))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void any_interleaving_any_batches_and_any_repeats_of_a_whole_year(long seed) {
        var random = new Random(seed);
        var order = Shuffle.doubled(Shuffle.interleaved(YEAR, random), random);
        assertThat(folded(CYCLE_OF_YEAR, order, 100 + random.nextInt(400))).isEqualTo(expectedOfYear);
    }

    private static Entry entry(ConsumerRecord<String, byte[]> record) {
        var envelope = CloudEvents.envelope(record);
        return new Entry(
                record.topic(),
                envelope.stream(),
                envelope.version(),
                envelope.type(),
                envelope.id(),
                envelope.time(),
                new String(record.value(), UTF_8),
                Link.origin());
    }

    /** Folds into a schema of its own, which is dropped again. */
    private String folded(String cycle, List<Entry> order, int batch) {
        var records = Shuffle.positioned(order);
        return inSchema(sql -> {
            for (int i = 0; i < records.size(); i += batch) {
                var some = records.subList(i, Math.min(records.size(), i + batch));
                take(sql, "registry", History.REGISTRY, Codecs.REGISTRY, some);
                take(sql, "assessment", History.ASSESSMENT, Codecs.ASSESSMENT, some);
            }
            return canonical(sql, cycle);
        });
    }

    private <F extends Fact> void take(
            Sql sql, String reader, String topic, EventCodec<F> codec, List<ConsumerRecord<String, byte[]>> some) {
        var records =
                some.stream().filter(record -> record.topic().equals(topic)).toList();
        sql.within(connection -> {
            folding.within(connection, new SideReading<>(reader, codec, new Fold(sql)::foldSilently), records);
            return true;
        });
    }

    private static String canonical(Sql sql, String id) {
        var cycle = Objects.requireNonNull(new Cycles(sql).find(id));
        return CanonicalText.of(new ScoreTables(sql)
                .of(cycle.id(), null).stream()
                        .map(row -> row.result().canonical(cycle, row.unit()))
                        .toList());
    }

    private <T> T inSchema(Function<Sql, T> work) {
        return QuarkusTransaction.requiringNew().timeout(120).call(() -> {
            try (Connection connection = database.getConnection()) {
                var sql = new Sql(connection);
                new Schemas(sql).create("convergence");
                var result = work.apply(sql);
                sql.script("drop schema rebuild_convergence cascade");
                return result;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
