package cn.chuyi.kit.decision;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One rule that said no, as a value.
 *
 * @param pointer JSON pointer (RFC 6901) into the request body; absent when no single field is at fault
 * @param arguments what the rule's patterns refer to, in order
 */
public record Refusal(Rule rule, @Nullable String pointer, List<Object> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public static Refusal of(Rule rule, Object... arguments) {
        return new Refusal(rule, null, List.of(arguments));
    }

    /** The same refusal, about one field. */
    public Refusal at(String pointer) {
        return new Refusal(rule, pointer, arguments);
    }

    public Text detail() {
        return filled(rule.wording().detail());
    }

    public Text remedy() {
        return filled(rule.wording().remedy());
    }

    private Text filled(Text pattern) {
        return new Text(filled(pattern.zh(), Locale.SIMPLIFIED_CHINESE), filled(pattern.en(), Locale.ENGLISH));
    }

    private String filled(String pattern, Locale locale) {
        var words = arguments.stream().map(Object::toString).toArray();
        return new MessageFormat(pattern.replace("'", "''"), locale).format(words);
    }
}
