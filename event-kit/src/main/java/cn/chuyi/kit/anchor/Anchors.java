package cn.chuyi.kit.anchor;

import cn.chuyi.kit.anchor.AnchorRows.Last;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.journal.Chain;
import cn.chuyi.kit.journal.Journal;
import cn.chuyi.kit.journal.Link;
import cn.chuyi.kit.journal.Origin;
import cn.chuyi.kit.signing.Signing;
import cn.chuyi.kit.signing.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The signed roots of this service's journal, which are facts of the journal themselves. */
@ApplicationScoped
public class Anchors {
    private static final long LOCK = 0x616e63686f72L;
    private static final long PART = 200_000;
    private static final String NAME = "journal-anchored.v1";

    private final DataSource database;
    private final Clock clock;
    private final Journal journal;
    private final Chain chain;
    private final Signing signing;
    private final AnchorSettings settings;
    private final String service;
    private final String stream;
    private final JsonEventCodec<Anchored> codec;

    Anchors(
            DataSource database,
            Clock clock,
            Journal journal,
            Chain chain,
            Signing signing,
            AnchorSettings settings,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.database = database;
        this.clock = clock;
        this.journal = journal;
        this.chain = chain;
        this.signing = signing;
        this.settings = settings;
        this.service = "/" + application;
        this.stream = "journal-" + name(application);
        this.codec = codec(application);
    }

    /** What the roots of a service look like on its topic. */
    public static JsonEventCodec<Anchored> codec(String application) {
        return JsonEventCodec.of(Anchored.class, "chuyi." + name(application) + ".")
                .add(NAME, Anchored.class)
                .build();
    }

    private static String name(String application) {
        return application.replace("-service", "");
    }

    /**
     * Anchors the journal if that is due, and if there is anything that no root is over yet.
     *
     * @return the new root; absent when there is none, or another replica is at it
     */
    @Transactional
    public Optional<Anchored> anchorIfDue() {
        var key = signing.key();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection()) {
            if (!alone(connection)) {
                return Optional.empty();
            }
            var rows = rows(connection);
            var last = rows.last();
            Instant since = last == null ? rows.beginning() : last.recorded();
            if (since == null || clock.instant().isBefore(since.plus(settings.every()))) {
                return Optional.empty();
            }
            return anchor(connection, key.get(), last);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot anchor the journal", e);
        }
    }

    /**
     * Works off what was recorded since the last time, a bounded part of it in one transaction.
     *
     * @return whether there is more
     */
    @Transactional
    public boolean catchUp() {
        try (Connection connection = database.getConnection()) {
            if (!alone(connection)) {
                return false;
            }
            long head = chain.head(connection).number();
            var tree = new JournalTree(connection, signing.digest());
            long to = tree.keptLinks() + PART;
            tree.grow(Math.min(head, to));
            return head > to;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the journal", e);
        }
    }

    private Optional<Anchored> anchor(Connection connection, SigningKey key, @Nullable Last last) throws SQLException {
        Link head = chain.head(connection);
        if (!rows(connection).news(last == null ? 0 : last.anchor().size(), head.number())) {
            return Optional.empty();
        }
        var tree = new JournalTree(connection, signing.digest());
        tree.grow(head.number());
        var root = HexFormat.of().formatHex(tree.of(head.number()).root());
        var anchored = Anchored.signed(
                key,
                new Anchored.Statement(
                        service,
                        head.number(),
                        root,
                        head.hex(),
                        signing.digest().text()));
        journal.append(
                stream, last == null ? 0 : last.version(), List.of(anchored), codec, Origin.causedBy(null, null));
        return Optional.of(anchored);
    }

    /** The newest signed root; absent before the first. */
    @Transactional
    public Optional<Anchored> latest() {
        try (Connection connection = database.getConnection()) {
            return Optional.ofNullable(rows(connection).last()).map(Last::anchor);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read anchors", e);
        }
    }

    /** The signed root over just so many links; absent when there is none. */
    @Transactional
    public Optional<Anchored> over(long size) {
        try (Connection connection = database.getConnection()) {
            return Optional.ofNullable(rows(connection).over(size)).map(Last::anchor);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read anchors", e);
        }
    }

    private AnchorRows rows(Connection connection) {
        return new AnchorRows(connection, stream, codec);
    }

    private static boolean alone(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
