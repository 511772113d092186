package cn.chuyi.reporting.ledger;

import java.util.function.Function;

/**
 * Texts that were parsed before, the last ones that were asked for. The key is the text itself, so what is found is never
 * old; only for what parses to something that does not change.
 */
public final class Parsed<T> {
    private final Function<String, T> parser;
    private final Recent<String, T> recent;

    /** @param most texts that are kept */
    public Parsed(int most, Function<String, T> parser) {
        this.parser = parser;
        this.recent = new Recent<>(most);
    }

    public T of(String text) {
        var known = recent.of(text);
        if (known != null) {
            return known;
        }
        var parsed = parser.apply(text);
        recent.keep(text, parsed);
        return parsed;
    }
}
