package cn.chuyi.assessment.measure;

import cn.chuyi.assessment.measure.MeasureEvent.MeasureChanged;
import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.event.Received;
import cn.chuyi.kit.reader.Folding;
import cn.chuyi.kit.reader.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps {@code measure} equal to the latest {@code measure-changed} of each indicator on {@code chuyi.reporting.v1}. */
@ApplicationScoped
class MeasureProjection implements Reading<MeasureEvent> {
    static final String NAME = "measures";
    static final JsonEventCodec<MeasureEvent> CODEC = JsonEventCodec.of(MeasureEvent.class, "chuyi.reporting.")
            .add("measure-changed.v1", MeasureChanged.class)
            .build();

    private static final int COLUMNS = 5;
    private static final String STORE = """
            insert into measure (stream, indicator, measure, collected_value, stream_version)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
            on conflict (stream, indicator) do update set measure = excluded.measure,
                collected_value = excluded.collected_value, stream_version = excluded.stream_version
            where measure.stream_version < excluded.stream_version""";

    private final Folding folding;
    private final DataSource database;

    MeasureProjection(Folding folding, DataSource database) {
        this.folding = folding;
        this.database = database;
    }

    @Incoming("reporting")
    Subscriber<ConsumerRecords<String, byte[]>> records() {
        return folding.reader(this);
    }

    @Override
    public String reader() {
        return NAME;
    }

    @Override
    public JsonEventCodec<MeasureEvent> codec() {
        return CODEC;
    }

    @Override
    public boolean concerns(String stream) {
        return stream.startsWith("score-");
    }

    @Override
    public void apply(List<Received<MeasureEvent>> events, Writes writes) {
        var rows = new LinkedHashMap<List<String>, @Nullable String[]>();
        for (Received<MeasureEvent> received : events) {
            switch (received.event()) {
                case MeasureChanged e -> {
                    var at = received.envelope();
                    rows.put(List.of(at.stream(), e.indicator()), new @Nullable String[] {
                        at.stream(), e.indicator(), e.measure(), value(e), Long.toString(at.version())
                    });
                }
            }
        }
        store(rows.values());
    }

    private static @Nullable String value(MeasureChanged event) {
        return event.state().equals("COLLECTED") ? event.value() : null;
    }

    /** One way to the database, whatever the number of rows. */
    private void store(Collection<@Nullable String[]> rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(STORE)) {
            for (int column = 0; column < COLUMNS; column++) {
                int which = column;
                var values = rows.stream().map(row -> row[which]).toArray();
                upsert.setArray(column + 1, connection.createArrayOf("text", values));
            }
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store measures", e);
        }
    }
}
