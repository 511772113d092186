package cn.chuyi.kit.journal;

import java.util.List;

/**
 * A stream after a command.
 *
 * @param version how many facts the stream holds now; 0 when there is none
 * @param events the new facts, in order; empty when nothing had to happen
 */
public record Outcome<S, E>(S state, String stream, long version, List<E> events) {

    /**
     * Makes sure that what shows the stream so far shows all facts before the new ones, so that it may be brought up to date
     * with these alone.
     *
     * @param shown how many facts it shows
     * @throws StaleStreamException when it was read before somebody else appended
     */
    public void requireAfter(long shown) {
        if (shown != version - events.size()) {
            throw StaleStreamException.overtaken(stream + "@" + shown, null);
        }
    }

    /** Whether the stream has any fact. */
    public boolean exists() {
        return version > 0;
    }
}
