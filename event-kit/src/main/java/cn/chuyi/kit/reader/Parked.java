package cn.chuyi.kit.reader;

import cn.chuyi.kit.database.NewTransaction;
import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.http.PageRequest;
import cn.chuyi.kit.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The records put aside: list, retry, give up. */
@ApplicationScoped
public class Parked {
    private static final int SHOWN = 2000;
    private static final String COLUMNS =
            "select id, reader, topic, partition, \"offset\", stream, version, type, cause, reason, payload, parked_at from parked ";

    private final DataSource database;
    private final Instance<Reading<?>> readings;
    private final Folding folding;
    private final Discards discards;

    Parked(DataSource database, @Any Instance<Reading<?>> readings, Folding folding, Discards discards) {
        this.database = database;
        this.readings = readings;
        this.folding = folding;
        this.discards = discards;
    }

    /** One more than asked for, where there are more; in the order in which they were parked. */
    @Transactional
    public List<ParkedRecord> list(PageRequest page) {
        return query(
                COLUMNS + "where id > ? order by id limit ?",
                page.after() == null ? 0L : Long.parseLong(page.after()),
                (long) page.limit() + 1);
    }

    /** The waiting records of one stream, first the one that holds it up. */
    @Transactional
    public List<ParkedRecord> ofStream(String stream) {
        return query(COLUMNS + "where stream = ? order by topic, partition, \"offset\"", stream);
    }

    /** Tries a record's stream again; what still cannot be read stays. */
    public void retry(long id) {
        NewTransaction.run(() -> release(find(id)));
    }

    /** Gives a record up for good, as a fact with a reason, and lets its stream flow on. */
    public void discard(long id, String reason) {
        NewTransaction.run(() -> {
            ParkedRecord record = find(id);
            discards.add(new Position(record.topic(), record.partition(), record.offset()), reason);
            release(record);
        });
    }

    private void release(ParkedRecord record) {
        try (Connection connection = database.getConnection()) {
            if (record.stream() == null) {
                var position = new Position(record.topic(), record.partition(), record.offset());
                if (discards.contains(position)) {
                    new ReaderTables(connection, record.reader()).release(position);
                }
                return;
            }
            folding.retry(reading(record.reader()), connection, record.stream());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot retry " + record.id(), e);
        }
    }

    private Reading<?> reading(String name) {
        return readings.stream()
                .filter(reading -> reading.reader().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no reader " + name));
    }

    private ParkedRecord find(long id) {
        return query(COLUMNS + "where id = ?", id).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(
                        "PARKED_RECORD_UNKNOWN",
                        new Text("没有编号为 " + id + " 的搁置记录。", "There is no parked record " + id + "."),
                        new Text("可能已被处理；请查看 /parked。", "It may have been handled; see /parked.")));
    }

    private List<ParkedRecord> query(String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, arguments[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                var found = new ArrayList<ParkedRecord>();
                while (rows.next()) {
                    found.add(record(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read parked records", e);
        }
    }

    private static ParkedRecord record(ResultSet row) throws SQLException {
        return new ParkedRecord(
                row.getLong("id"),
                row.getString("reader"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("offset"),
                row.getString("stream"),
                row.getObject("version", Long.class),
                row.getString("type"),
                row.getString("cause"),
                row.getString("reason"),
                shown(row.getBytes("payload")),
                row.getTimestamp("parked_at").toInstant());
    }

    private static @Nullable String shown(byte @Nullable [] payload) {
        if (payload == null) {
            return null;
        }
        String text = new String(payload, StandardCharsets.UTF_8);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN);
    }
}
