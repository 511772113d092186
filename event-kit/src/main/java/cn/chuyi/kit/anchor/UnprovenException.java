package cn.chuyi.kit.anchor;

/** A proof that proves nothing, and why. */
public final class UnprovenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnprovenException(String message) {
        super(message, null, false, false);
    }
}
