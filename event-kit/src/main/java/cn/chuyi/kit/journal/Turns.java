package cn.chuyi.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to begin the relay's next batch, while the relay is in this process: its own, or that of a command, which
 * begins a batch of its own facts where it appends them. PostgreSQL decides in any case ({@code relay_turn}); this only keeps
 * those who would both try from trying.
 */
@ApplicationScoped
class Turns {
    /** Rows that commands have begun and the relay has not sent. Where there are so many, more wait in the database. */
    private static final int MOST = 100;

    private final Bell bell;
    private final List<JournalRow> begun = new ArrayList<>();
    private @Nullable Turn next;
    private boolean taken;

    Turns(Bell bell) {
        this.bell = bell;
    }

    /**
     * @param term of the relay
     * @param first number of the first link of the batch
     */
    record Turn(long term, long first) {}

    /** For a command, which has to {@linkplain #end end} it; absent when it is not to be had at once. */
    synchronized @Nullable Turn take() {
        if (next == null || taken || begun.size() >= MOST) {
            return null;
        }
        taken = true;
        return next;
    }

    /** @param rows that were begun in this turn and are committed; none when it came to nothing */
    synchronized void end(Turn turn, List<JournalRow> rows) {
        if (next == null || next.term() != turn.term()) {
            return; // who was elected since has found in the database what was begun
        }
        taken = false;
        notifyAll();
        if (!rows.isEmpty()) {
            next = new Turn(turn.term(), turn.first() + rows.size());
            begun.addAll(rows);
            bell.ringForBegun();
        }
    }

    /** The database has another number than this one: what was begun here is no longer known, and is to be looked at anew. */
    synchronized void doubt(Turn turn) {
        if (turn.equals(next)) {
            close();
            bell.ring();
        }
    }

    /** The relay's own, which it takes whenever it looks for rows; a command that does not come to its end is not waited for. */
    synchronized void takeFirst(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            for (long left = longest.toNanos(); taken && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        taken = true;
    }

    /** Ends the relay's own turn, or begins a term: who does has sent what was begun before it. */
    synchronized void open(Turn following) {
        if (next == null || next.term() != following.term()) {
            begun.clear();
        }
        next = following;
        taken = false;
        notifyAll();
    }

    /** Until the next term commands begin nothing. */
    synchronized void close() {
        next = null;
        taken = false;
        begun.clear();
        notifyAll();
    }

    synchronized boolean isOpen() {
        return next != null;
    }

    /** What commands have begun since the last time, in the order of the numbers. */
    synchronized List<JournalRow> begun() {
        var all = List.copyOf(begun);
        begun.clear();
        return all;
    }
}
