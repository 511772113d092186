package cn.chuyi.kit.journal;

import org.jspecify.annotations.Nullable;

/** The stream holds more facts than the decision was made on. Read again and repeat; nothing was written. */
public final class StaleStreamException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean precondition;

    private StaleStreamException(String message, boolean precondition, @Nullable Throwable cause) {
        super(message, cause);
        this.precondition = precondition;
    }

    /** The caller named a version that is not the present one. */
    static StaleStreamException named(String stream, long named, long present) {
        return new StaleStreamException(stream + " is at version " + present + ", not " + named, true, null);
    }

    /**
     * Somebody else appended between reading and appending.
     *
     * @param expected stream, with the version at which it was expected
     */
    static StaleStreamException overtaken(String expected, @Nullable Throwable cause) {
        return new StaleStreamException("it moved past " + expected, false, cause);
    }

    /** Whether the caller's own {@code If-Match} failed (412), rather than a race (409). */
    public boolean precondition() {
        return precondition;
    }
}
