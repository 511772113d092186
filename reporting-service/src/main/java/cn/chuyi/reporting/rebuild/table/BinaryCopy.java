package cn.chuyi.reporting.rebuild.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into one empty table by {@code copy ... (format binary)}, on a connection and in a transaction of
 * their own. Rows go out as they come: no more than a buffer of them is held.
 *
 * <p>They are frozen: nobody sees the table before it is whole, and PostgreSQL need not go through it once more to note
 * that its rows are committed. It takes that only for a table that was emptied in the same transaction, so that one copy
 * fills it, whoever brings rows.
 */
public final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(ISO_8859_1);
    private static final int BUFFER = 1 << 16;
    private static final int NULL = -1;
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;
    private static final int NUMERIC_BASE = 10_000;

    private final Connection connection;
    private final CopyIn copy;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    /** @param columns in the order in which they will come */
    public BinaryCopy(Transactions transactions, String table, String columns) {
        try {
            this.connection = transactions.open();
            try (var statement = connection.createStatement()) {
                statement.execute("truncate " + table);
            }
            this.copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + columns + ") from stdin (format binary, freeze)");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot fill " + table, e);
        }
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row. */
    public BinaryCopy row(int columns) {
        room(2).putShort((short) columns);
        return this;
    }

    public BinaryCopy text(@Nullable String value) {
        if (value == null) {
            return nothing();
        }
        var bytes = value.getBytes(UTF_8);
        return bytes(bytes, bytes.length);
    }

    public BinaryCopy integer(int value) {
        room(8).putInt(4).putInt(value);
        return this;
    }

    public BinaryCopy flag(boolean value) {
        room(5).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    public BinaryCopy big(long value) {
        room(12).putInt(8).putLong(value);
        return this;
    }

    public BinaryCopy date(@Nullable LocalDate value) {
        return value == null ? nothing() : integer((int) (value.toEpochDay() - EPOCH_DAY));
    }

    /** To the nearest microsecond, as PostgreSQL reads it from a text. */
    public BinaryCopy instant(Instant value) {
        long micros = (long) Math.rint(value.getNano() / 1000.0);
        return big((value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + micros);
    }

    /** A number of two decimals, not below 0, as {@code numeric}. */
    public BinaryCopy hundredths(@Nullable BigDecimal value) {
        if (value == null) {
            return nothing();
        }
        long scaled =
                value.setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
        int whole = Math.toIntExact(scaled / 100);
        int part = (int) (scaled % 100) * 100;
        if (whole >= NUMERIC_BASE || scaled < 0) {
            throw new IllegalArgumentException("not a total: " + value);
        }
        numeric(whole, part);
        return this;
    }

    /** Groups of four digits: their number, the weight of the first, the sign, the decimals shown, the groups. */
    private void numeric(int whole, int part) {
        int groups = (whole > 0 ? 1 : 0) + (part > 0 ? 1 : 0);
        int weight = whole > 0 || part == 0 ? 0 : -1;
        room(4 + 8 + 2 * groups).putInt(8 + 2 * groups).putShort((short) groups).putShort((short) weight);
        buffer.putShort((short) 0).putShort((short) 2);
        if (whole > 0) {
            buffer.putShort((short) whole);
        }
        if (part > 0) {
            buffer.putShort((short) part);
        }
    }

    private BinaryCopy nothing() {
        room(4).putInt(NULL);
        return this;
    }

    /** The first bytes of an array. */
    BinaryCopy bytes(byte[] value, int length) {
        room(4 + length).putInt(length).put(value, 0, length);
        return this;
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
            if (buffer.capacity() < bytes) {
                buffer = ByteBuffer.allocate(bytes);
            }
        }
        return buffer;
    }

    private void flush() {
        try {
            copy.writeToCopy(buffer.array(), 0, buffer.position());
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL took no more rows", e);
        }
        buffer.clear();
    }

    /** Ends the rows and commits them. */
    public void finish() {
        room(2).putShort((short) -1);
        flush();
        try {
            copy.endCopy();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL did not take the rows", e);
        }
    }

    /** What was not finished is not there. */
    @Override
    public void close() {
        try (connection) {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot take rows back", e);
        }
    }
}
