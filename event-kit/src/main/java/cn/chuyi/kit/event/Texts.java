package cn.chuyi.kit.event;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL takes as a text: anything without the character U+0000. */
public final class Texts {
    private static final char NUL = 0;
    private static final char INSTEAD = '\uFFFD';

    private Texts() {}

    /** The text with U+FFFD wherever U+0000 was. */
    public static @Nullable String kept(@Nullable String text) {
        return text == null || text.indexOf(NUL) < 0 ? text : text.replace(NUL, INSTEAD);
    }

    static boolean holdsNul(@Nullable String text) {
        return text != null && text.indexOf(NUL) >= 0;
    }

    /** Whether a text of a fact, or a name in one of its maps, has it. */
    static boolean holdNul(Object fact) {
        return holdNul(Json.mapper().<JsonNode>valueToTree(fact));
    }

    private static boolean holdNul(JsonNode node) {
        return node.isTextual() && holdsNul(node.asText())
                || node.propertyStream().anyMatch(one -> holdsNul(one.getKey()) || holdNul(one.getValue()))
                || node.isArray() && node.valueStream().anyMatch(Texts::holdNul);
    }
}
