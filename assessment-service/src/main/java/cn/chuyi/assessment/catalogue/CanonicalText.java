package cn.chuyi.assessment.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one text of a JSON document, so that anyone can compute the same digest of a catalogue. As RFC 8785, for the JSON
 * that a catalogue uses:
 *
 * <ul>
 *   <li>no white space between tokens; objects and arrays as {@code {"a":1,"b":[]}};
 *   <li>the members of an object by name, compared by UTF-16 code units; arrays keep their order;
 *   <li>in strings only {@code "} and {@code \} are escaped by a backslash, and the characters below U+0020 as
 *       {@code \b \t \n \f \r} or as a u escape of four lowercase hex digits; everything else stands for itself in UTF-8;
 *   <li>numbers are integers in plain digits (a decimal of a catalogue is a string);
 *   <li>{@code true}, {@code false}, {@code null} as they are.
 * </ul>
 */
public final class CanonicalText {

    private CanonicalText() {}

    /** SHA-256 of the text in UTF-8, lowercase hex. */
    public static String sha256(Object document) {
        try {
            byte[] text = of(document).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * The text of a tree of maps, lists, strings, integers, booleans and nulls.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static String of(Object document) {
        var text = new StringBuilder();
        write(document, text);
        return text.toString();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case Map<?, ?> object -> members(object, text);
            case List<?> array -> items(array, text);
            case String string -> quoted(string, text);
            case Integer _, Long _, java.math.BigInteger _, Boolean _ -> text.append(value);
            default -> throw new IllegalArgumentException("no canonical text for " + value.getClass());
        }
    }

    private static void members(Map<?, ?> object, StringBuilder text) {
        var sorted = new TreeMap<String, Object>();
        object.forEach((name, value) -> sorted.put((String) name, value));
        text.append('{');
        String separator = "";
        for (var member : sorted.entrySet()) {
            text.append(separator);
            quoted(member.getKey(), text);
            text.append(':');
            write(member.getValue(), text);
            separator = ",";
        }
        text.append('}');
    }

    private static void items(List<?> array, StringBuilder text) {
        text.append('[');
        for (Iterator<?> items = array.iterator(); items.hasNext(); ) {
            write(items.next(), text);
            if (items.hasNext()) {
                text.append(',');
            }
        }
        text.append(']');
    }

    private static void quoted(String string, StringBuilder text) {
        text.append('"');
        string.chars().forEach(unit -> {
            switch (unit) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> text.append(unit < 0x20 ? "\\u%04x".formatted(unit) : Character.toString(unit));
            }
        });
        text.append('"');
    }
}
