package cn.chuyi.bench.relay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.postgresql.PGConnection;

/** A service's journal, filled past the service: many rows of progress, which appear at one commit. */
final class Journal implements AutoCloseable {
    private static final int VERSIONS_OF_A_STREAM = 20;
    private static final int SAMPLE = 10_000;
    private static final String FILL = """
            insert into journal (stream, version, id, type, payload, recorded_at, actor, correlation_id)
            select 'project-' || md5(? || ':' || n %% %1$d)::uuid, n / %1$d + 1, md5(? || '-' || n)::uuid,
                'chuyi.registry.project-progress-reported.v1',
                '{"project":"' || md5(? || ':' || n %% %1$d)::uuid || '","year":2025,"done":"' || n %% 1000
                    || '.5","evidence":["' || md5(n::text) || md5('e' || n) || '"],"note":"本月完成任务点建设并通过校内验收",'
                    || '"effectiveOn":"2025-06-15"}',
                timestamptz '2025-06-15T08:00:00Z' + n * interval '1 millisecond',
                '5d0f7e8a-1c0b-4c8e-9d6e-2f3a4b5c6d7e', md5('c' || n)::uuid
            from generate_series(0, ? - 1) as n order by n""";
    private static final String UNPUBLISHED = " from journal_backlog join journal using (position) order by position";

    private final Connection connection;

    private Journal(Connection connection) {
        this.connection = connection;
    }

    static Journal at(String jdbc) throws SQLException {
        var connection = DriverManager.getConnection(jdbc, Service.DATABASE, Service.DATABASE);
        connection.setAutoCommit(false);
        return new Journal(connection);
    }

    /** Adds rows that nobody else sees before {@link #commit}. */
    void fill(int round, int rows) throws SQLException {
        try (var insert = connection.prepareStatement(FILL.formatted(rows / VERSIONS_OF_A_STREAM))) {
            for (int parameter = 1; parameter <= 3; parameter++) {
                insert.setString(parameter, "round " + round);
            }
            insert.setInt(4, rows);
            insert.executeUpdate();
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Seconds in which PostgreSQL gives out the rows that are not published. */
    double copyOut() throws SQLException, IOException {
        long begin = System.nanoTime();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select position, stream, version, id, type, payload, recorded_at, actor, correlation_id,"
                                + " causation_id, traceparent" + UNPUBLISHED + ") to stdout",
                        OutputStream.nullOutputStream());
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Some of the unpublished rows as the relay would send them. */
    List<ProducerRecord<String, byte[]>> sample() throws SQLException {
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        try (var select = connection.prepareStatement(
                        "select stream, version, id, type, payload, recorded_at, actor, correlation_id" + UNPUBLISHED
                                + " limit " + SAMPLE);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                var record = new ProducerRecord<>(
                        Plain.TOPIC, rows.getString(1), rows.getString(5).getBytes(StandardCharsets.UTF_8));
                header(record, "ce_specversion", "1.0");
                header(record, "ce_source", "/registry-service");
                header(record, "ce_subject", rows.getString(1));
                header(record, "ce_sequence", rows.getString(2));
                header(record, "ce_id", rows.getString(3));
                header(record, "ce_type", rows.getString(4));
                header(record, "ce_time", rows.getTimestamp(6).toInstant().toString());
                header(record, "ce_actor", rows.getString(7));
                header(record, "ce_correlationid", rows.getString(8));
                header(record, "ce_previouslink", "9:" + "f".repeat(64));
                header(record, "content-type", "application/json");
                records.add(record);
            }
        }
        return records;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the relay has stamped everything that is committed. */
    boolean isPublished() throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery(
                        "select exists (select from journal_backlog) or exists (select from relay_batch)")) {
            boolean published = row.next() && !row.getBoolean(1);
            connection.commit();
            return published;
        }
    }

    /** How many facts each stream holds. */
    Map<String, Long> streams() throws SQLException {
        var streams = new HashMap<String, Long>();
        try (var select = connection.createStatement();
                var rows = select.executeQuery("select stream, max(version) from journal group by stream")) {
            while (rows.next()) {
                streams.put(rows.getString(1), rows.getLong(2));
            }
        }
        connection.commit();
        return streams;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
