package cn.chuyi.reporting.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Texts that were parsed before, the last ones that were asked for. The key is the text itself, so what is found is never
 * old; only for what parses to something that does not change.
 */
public final class Parsed<T> {
    private final Function<String, T> parser;
    private final Map<String, T> found;

    /** @param most texts that are kept */
    public Parsed(int most, Function<String, T> parser) {
        this.parser = parser;
        this.found = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > most;
            }
        };
    }

    public T of(String text) {
        T known = known(text);
        return known == null ? keep(text, parser.apply(text)) : known;
    }

    private synchronized @Nullable T known(String text) {
        return found.get(text);
    }

    private synchronized T keep(String text, T parsed) {
        found.put(text, parsed);
        return parsed;
    }
}
