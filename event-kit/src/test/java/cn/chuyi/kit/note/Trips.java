package cn.chuyi.kit.note;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to what the driver sends to PostgreSQL; each trip there and back ends with a Sync. */
final class Trips extends Handler implements AutoCloseable {
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Level before = DRIVER.getLevel();
    private final boolean passedOn = DRIVER.getUseParentHandlers();

    private record Sent(Thread by, String message) {}

    Trips() {
        setLevel(Level.ALL);
        DRIVER.setUseParentHandlers(false);
        DRIVER.setLevel(Level.FINEST);
        DRIVER.addHandler(this);
    }

    @Override
    public void publish(LogRecord told) {
        if (told.getMessage().contains("FE=>")) {
            sent.add(new Sent(Thread.currentThread(), told.getMessage()));
        }
    }

    /** How many trips were made by the one thread that sent this among its parameters. */
    long ofWhoSent(String parameter) {
        var who = sent.stream()
                .filter(one -> one.message().contains("Bind(") && one.message().contains(parameter))
                .map(Sent::by)
                .distinct()
                .toList();
        if (who.size() != 1) {
            throw new IllegalStateException(parameter + " was sent by " + who);
        }
        return sent.stream()
                .filter(one -> one.by().equals(who.getFirst()) && one.message().contains("Sync"))
                .count();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        DRIVER.removeHandler(this);
        DRIVER.setLevel(before);
        DRIVER.setUseParentHandlers(passedOn);
    }
}
