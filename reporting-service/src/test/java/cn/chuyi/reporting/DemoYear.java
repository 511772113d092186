package cn.chuyi.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Received;
import cn.chuyi.kit.reader.Folding;
import cn.chuyi.kit.reader.Reading;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fold.Fold;
import cn.chuyi.reporting.ledger.Codecs;
import cn.chuyi.reporting.ledger.OtherSchema;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Snapshots;
import cn.chuyi.reporting.ledger.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The demo year of {@link DemoLog}, folded into a schema of its own beside the live one. */
@ApplicationScoped
public class DemoYear {
    public static final int YEAR = 2025;

    private static final String SCHEMA = "demo_year";
    private static final List<String> SCRIPTS =
            List.of("/live.sql", "/db/kit-reader/V0_2__reader.sql", "/db/kit-reader/V0_6__mark.sql");

    private final DataSource database;
    private final Folding folding;

    DemoYear(DataSource database, Folding folding) {
        this.database = database;
        this.folding = folding;
    }

    private record Taking<F extends Fact>(String reader, EventCodec<F> codec, Consumer<List<Recorded>> sink)
            implements Reading<F> {
        @Override
        public void apply(List<Received<F>> facts, Writes writes) {
            sink.accept(facts.stream().map(Recorded::of).toList());
        }
    }

    /** Until the test or class ends that calls it, requests read the demo year instead of what is live. */
    public void install() {
        inTransaction(this::fold);
        QuarkusMock.installMockForType(new OtherSchema(database, SCHEMA), Snapshots.class);
    }

    /** Folds more records, as if they had come live. */
    public void add(List<ConsumerRecord<String, byte[]>> registry) {
        inTransaction(sql -> {
            use(sql);
            take(sql, "registry", Codecs.REGISTRY, registry, new Fold(sql)::foldSilently);
            sql.script("update mark set id = gen_random_uuid()");
        });
    }

    /** Something on the schema, in a transaction. */
    public void inTransaction(Consumer<Sql> work) {
        QuarkusTransaction.requiringNew().timeout(300).run(() -> {
            try (Connection connection = database.getConnection()) {
                work.accept(new Sql(connection));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void fold(Sql sql) {
        sql.script("drop schema if exists " + SCHEMA + " cascade; create schema " + SCHEMA);
        use(sql);
        SCRIPTS.forEach(name -> sql.script(script(name)));
        take(sql, "registry", Codecs.REGISTRY, DemoLog.records(History.REGISTRY), new Fold(sql)::add);
        take(sql, "assessment", Codecs.ASSESSMENT, DemoLog.records(History.ASSESSMENT), new Fold(sql)::add);
        sql.script("analyze page, attribution");
        new Fold(sql).scoreEverything();
        assertThat(sql.list("select stream from parked", row -> row.getString(1)))
                .as("parked")
                .isEmpty();
    }

    private <F extends Fact> void take(
            Sql sql,
            String reader,
            EventCodec<F> codec,
            List<ConsumerRecord<String, byte[]>> records,
            Consumer<List<Recorded>> sink) {
        sql.within(connection -> {
            folding.within(connection, new Taking<>(reader, codec, sink), records);
            return true;
        });
    }

    private static void use(Sql sql) {
        sql.script("set local search_path to " + SCHEMA + ", public");
    }

    private static String script(String name) {
        try (InputStream in = Objects.requireNonNull(DemoYear.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
