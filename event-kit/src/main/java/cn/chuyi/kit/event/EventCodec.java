package cn.chuyi.kit.event;

import java.nio.charset.StandardCharsets;

/** The wire names and shapes of one family of facts. */
public interface EventCodec<E> {

    /** Full CloudEvents type. */
    String type(E event);

    /** JSON payload. */
    String encode(E event);

    /** Whether {@link #decode} can read this type; others are counted and skipped by readers. */
    boolean knows(String type);

    /**
     * Reads a payload of a known type.
     *
     * @throws UnreadableEventException when it is no JSON, or lacks a field that the type demands, or has a wrong shape
     */
    E decode(String type, String json);

    /** The same from UTF-8. */
    default E decode(String type, byte[] json) {
        return decode(type, new String(json, StandardCharsets.UTF_8));
    }
}
