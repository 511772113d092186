package cn.chuyi.kit.database;

import org.jspecify.annotations.Nullable;

/** Rows were expected to be as somebody remembered them, and are not. To be rolled back, and done again on what is there. */
public final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param cause what failed because of it; absent when nothing has */
    OvertakenException(@Nullable Throwable cause) {
        super("somebody else has changed what was remembered", cause, false, false);
    }
}
