package cn.chuyi.kit.journal;

import java.util.List;

/**
 * A stream after a command.
 *
 * @param version how many facts the stream holds now; 0 when there is none
 * @param events the new facts, in order; empty when nothing had to happen
 */
public record Outcome<S, E>(S state, String stream, long version, List<E> events) {

    /** Whether the stream has any fact. */
    public boolean exists() {
        return version > 0;
    }
}
