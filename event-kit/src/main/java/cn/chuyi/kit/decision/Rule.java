package cn.chuyi.kit.decision;

/**
 * A rule that can refuse a command. Enums implement it: the constant's name is the stable {@code code} that clients see.
 */
public interface Rule {

    /** Stable code in capitals, for example {@code STAGE_UNKNOWN}. */
    String name();

    /** What a caller is told when the rule says no. */
    Wording wording();

    /**
     * How a refusal is told. Both texts are {@link java.text.MessageFormat} patterns over the refusal's arguments.
     *
     * @param status of HTTP, 400 to 499
     * @param detail what is wrong
     * @param remedy what the caller can do now
     */
    record Wording(int status, Text detail, Text remedy) {}
}
