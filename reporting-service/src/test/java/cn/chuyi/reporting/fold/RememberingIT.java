package cn.chuyi.reporting.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.chuyi.kit.database.AfterCommit;
import cn.chuyi.kit.database.OvertakenException;
import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Received;
import cn.chuyi.kit.reader.Folding;
import cn.chuyi.kit.reader.Reading;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.reporting.DemoHistory;
import cn.chuyi.reporting.History;
import cn.chuyi.reporting.History.Entry;
import cn.chuyi.reporting.Shuffle;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Codecs;
import cn.chuyi.reporting.ledger.Cycles;
import cn.chuyi.reporting.ledger.Divisions;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.rebuild.table.Schemas;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is remembered between batches is what the tables say: else scores would depend on who folded what before. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class RememberingIT {
    private static final List<Entry> FACTS = DemoHistory.moved("KNOWN").entries();
    private static final List<String> TABLES = List.of("score", "edition", "school", "work", "unit", "division");

    @Inject
    DataSource database;

    @Inject
    Folding folding;

    @Inject
    AfterCommit afterCommit;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void one_who_remembers_leaves_the_same_rows_as_one_who_does_not(long seed) {
        var random = new Random(seed);
        var order = Shuffle.doubled(Shuffle.interleaved(FACTS, random), random);
        int batch = 1 + random.nextInt(20);
        var memory = new Memory();
        assertThat(folded(order, batch, () -> memory)).isEqualTo(folded(order, batch, Memory::new));
    }

    @Test
    void a_memory_ends_with_a_batch_of_somebody_else_and_with_a_batch_that_was_not_committed() {
        var one = new Memories(afterCommit);
        var other = new Memories(afterCommit);
        QuarkusTransaction.requiringNew()
                .run(() -> within("create schema remembering", "create table mark as select gen_random_uuid() as id"));
        var first = taken(one, true);
        assertThat(taken(one, true)).isSameAs(first);
        assertThat(taken(other, true)).isNotSameAs(first);
        assertThatThrownBy(() -> taken(one, true)).isInstanceOf(OvertakenException.class);
        var second = taken(one, true);
        assertThat(second).isNotSameAs(first);
        assertThat(taken(one, false)).isSameAs(second);
        assertThat(taken(one, true)).isNotSameAs(second);
        QuarkusTransaction.requiringNew().run(() -> within("drop schema remembering cascade"));
    }

    @Test
    void a_memory_ends_with_a_rebuild() {
        var memories = new Memories(afterCommit);
        QuarkusTransaction.requiringNew()
                .run(() -> within("create schema remembering", "create table mark as select gen_random_uuid() as id"));
        var before = taken(memories, true);
        QuarkusTransaction.requiringNew()
                .run(() -> within(
                        "alter table mark rename to former",
                        "create table mark as select id from former",
                        "drop table former"));
        assertThatThrownBy(() -> taken(memories, true)).isInstanceOf(OvertakenException.class);
        assertThat(taken(memories, true)).isNotSameAs(before);
        QuarkusTransaction.requiringNew().run(() -> within("drop schema remembering cascade"));
    }

    private Memory taken(Memories memories, boolean committed) {
        QuarkusTransaction.begin();
        try {
            var memory = onSchema("remembering", sql -> {
                var taken = memories.take(sql);
                sql.flush();
                return taken;
            });
            if (committed) {
                QuarkusTransaction.commit();
            }
            return memory;
        } finally {
            if (QuarkusTransaction.isActive()) {
                QuarkusTransaction.rollback();
            }
        }
    }

    private void within(String... statements) {
        onSchema("remembering", sql -> {
            for (var statement : statements) {
                sql.script(statement);
            }
            return true;
        });
    }

    private <T> T onSchema(String schema, Function<Sql, T> work) {
        try (Connection connection = database.getConnection()) {
            var sql = new Sql(connection);
            sql.script("set local search_path to " + schema + ", public");
            return work.apply(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All rows that a schema of its own has in the end. */
    private List<String> folded(List<Entry> order, int batch, Supplier<Memory> memories) {
        var records = Shuffle.positioned(order);
        return QuarkusTransaction.requiringNew()
                .timeout(120)
                .call(() -> onSchema("public", sql -> {
                    new Schemas(sql).create("remembering");
                    for (int i = 0; i < records.size(); i += batch) {
                        var some = records.subList(i, Math.min(records.size(), i + batch));
                        take(sql, "registry", History.REGISTRY, Codecs.REGISTRY, some, memories);
                        take(sql, "assessment", History.ASSESSMENT, Codecs.ASSESSMENT, some, memories);
                    }
                    var rows = TABLES.stream()
                            .flatMap(table -> sql
                                    .list(
                                            "select '%1$s ' || r::text from %1$s r order by 1".formatted(table),
                                            row -> row.getString(1))
                                    .stream())
                            .toList();
                    sql.script("drop schema rebuild_remembering cascade");
                    return rows;
                }));
    }

    private <F extends Fact> void take(
            Sql sql,
            String reader,
            String topic,
            EventCodec<F> codec,
            List<ConsumerRecord<String, byte[]>> some,
            Supplier<Memory> memories) {
        var records =
                some.stream().filter(record -> record.topic().equals(topic)).toList();
        sql.within(connection -> {
            folding.within(connection, new Remembering<>(reader, codec, sql, memories), records);
            return true;
        });
    }

    private record Remembering<F extends Fact>(String reader, EventCodec<F> codec, Sql sql, Supplier<Memory> memories)
            implements Reading<F> {
        @Override
        public void apply(List<Received<F>> facts, Writes writes) {
            var batch = facts.stream().map(Recorded::of).toList();
            var memory = memories.get();
            new Fold(sql).fold(batch, Announcer.SILENT, memory);
            sql.flush();
            sameRanksAndNames(memory);
        }

        private void sameRanksAndNames(Memory memory) {
            var tables = new ScoreTables(sql);
            for (var cycle : new Cycles(sql).all()) {
                var standings = memory.standings(tables, cycle.id());
                for (boolean publishedOnly : List.of(true, false)) {
                    var ranks = new HashMap<String, Integer>();
                    standings.forEach((unit, one) -> {
                        var rank = one.rank(standings.values(), publishedOnly);
                        if (rank != null && (one.isPublished() || !publishedOnly)) {
                            ranks.put(unit, rank);
                        }
                    });
                    assertThat(ranks).isEqualTo(tables.ranks(cycle.id(), standings.keySet(), publishedOnly));
                }
                var codes = sql.list("select code from division", row -> row.getString(1));
                assertThat(memory.tables().names(new Divisions(sql), codes)).isEqualTo(new Divisions(sql).names(codes));
            }
        }
    }
}
