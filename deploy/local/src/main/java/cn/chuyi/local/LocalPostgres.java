package cn.chuyi.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * A real PostgreSQL server on the loopback address. Works for root and for any other user; the binaries are unpacked
 * once into {@link Layout#cache()}.
 */
public final class LocalPostgres implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Runnable afterwards;

    private LocalPostgres(EmbeddedPostgres server, Runnable afterwards) {
        this.server = server;
        this.afterwards = afterwards;
    }

    /** An empty server on a free port for tests: quick, not crash-safe, gone when closed or when the JVM ends. */
    public static LocalPostgres temporary() {
        var data = Folders.temporary(Layout.here(), "postgres");
        var server = start(builder(data, Ports.free()).setRegisterShutdownHook(true));
        return new LocalPostgres(server, () -> Folders.delete(data));
    }

    /** A server whose data outlive it and any crash. Whoever opens it closes it: no shutdown hook does. */
    public static LocalPostgres persistent(Path data, Path log, int port) {
        var server = start(builder(data, port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setRegisterShutdownHook(false));
        return new LocalPostgres(server, () -> {});
    }

    private static EmbeddedPostgres.Builder builder(Path data, int port) {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries().toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "64MB");
    }

    private static Path binaries() {
        try {
            return Files.createDirectories(Layout.cache().resolve("postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + Layout.cache(), e);
        }
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /** Makes sure there is a database and a role that owns it, both of that name, the password being the name as well. */
    public void database(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        if (!exists(name)) {
            execute("create role " + name + " login password '" + name + "'");
            execute("create database " + name + " owner " + name);
            execute("revoke connect on database " + name + " from public");
        }
    }

    private boolean exists(String database) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, database);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask for database " + database, e);
        }
    }

    /** Drops a database with all it holds, and its role, whoever is connected. */
    public void drop(String database) {
        execute("drop database if exists " + database + " with (force)");
        execute("drop role if exists " + database);
    }

    private void execute(String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + sql, e);
        }
    }

    /** The server's process, read from the file it keeps in its data folder; empty when none runs there. */
    public static Optional<ProcessHandle> process(Path data) {
        var file = data.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** JDBC address of a database; log in with its name as user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        } finally {
            afterwards.run();
        }
    }
}
