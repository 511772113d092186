package cn.chuyi.kit.event;

import org.jspecify.annotations.Nullable;

/** A record of a known type that cannot be read. The reader parks it with its stream; the message says why. */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
