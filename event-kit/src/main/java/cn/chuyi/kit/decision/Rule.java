package cn.chuyi.kit.decision;

/**
 * A rule that can refuse a command. Enums implement it: the constant's name is the stable {@code code} that clients see.
 */
public interface Rule {

    /** Stable code in capitals, for example {@code STAGE_UNKNOWN}. */
    String name();

    /** HTTP status of a refusal by this rule, 400 to 499. */
    default int status() {
        return 409;
    }

    /** What is wrong; a {@link java.text.MessageFormat} pattern over the refusal's arguments. */
    Text detail();

    /** What the caller can do now; a pattern as {@link #detail()}. */
    Text remedy();
}
