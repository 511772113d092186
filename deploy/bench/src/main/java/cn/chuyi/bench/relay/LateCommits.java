package cn.chuyi.bench.relay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writers side by side, each with streams of its own. One transaction in five stays open for a while after it has drawn
 * its positions, so that rows with higher positions are published long before.
 */
final class LateCommits {
    private static final long SEED = 20260105;
    private static final int WRITERS = 10;
    private static final int ROWS_OF_A_TRANSACTION = 20;
    private static final int ONE_IN = 5;
    private static final int LONGEST_MILLIS = 400;
    private static final String INSERT = """
            insert into journal (stream, version, id, type, payload, recorded_at, actor)
            values (?, ?, ?, 'chuyi.registry.project-progress-reported.v1', '{"year":2025,"done":"1.5"}', now(), 'bench')
            """;

    private LateCommits() {}

    /** Returns when at least so many rows are committed, with the number of rows. */
    static int append(String jdbc, int rows) throws InterruptedException {
        int transactions = Math.ceilDiv(rows, WRITERS * ROWS_OF_A_TRANSACTION);
        try (var pool = Executors.newFixedThreadPool(WRITERS)) {
            var writing = new ArrayList<Future<?>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writing.add(pool.submit(write(jdbc, writer, transactions)));
            }
            for (var one : writing) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a writer failed", e.getCause());
        }
        return transactions * WRITERS * ROWS_OF_A_TRANSACTION;
    }

    private static Callable<Void> write(String jdbc, int writer, int transactions) {
        return () -> {
            var random = new Random(SEED + writer);
            try (var connection = DriverManager.getConnection(jdbc, Service.DATABASE, Service.DATABASE)) {
                connection.setAutoCommit(false);
                for (int version = 1; version <= transactions; version++) {
                    insert(connection, writer, version);
                    if (random.nextInt(ONE_IN) == 0) {
                        Thread.sleep(random.nextInt(LONGEST_MILLIS));
                    }
                    connection.commit();
                }
            }
            return null;
        };
    }

    private static void insert(Connection connection, int writer, int version) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            for (int stream = 0; stream < ROWS_OF_A_TRANSACTION; stream++) {
                insert.setString(1, "late-" + writer + "-" + stream);
                insert.setLong(2, version);
                insert.setObject(3, new UUID(writer * 1000L + stream, version));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
