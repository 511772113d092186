package cn.chuyi.reporting.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of pages that were read before, the last ones that were asked for. The key is the page itself, so what is found
 * is never old.
 */
final class ReadPages {
    private final int mostBytes;
    private final Map<Key, List<Recorded>> found = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    /** @param mostBytes of pages whose facts are kept; these take some ten times as much */
    ReadPages(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** A page does not name its stream, and its facts do. */
    private record Key(String stream, byte[] page) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && stream.equals(key.stream) && Arrays.equals(page, key.page);
        }

        @Override
        public int hashCode() {
            return 31 * stream.hashCode() + Arrays.hashCode(page);
        }
    }

    List<Recorded> of(String stream, byte[] page) {
        var key = new Key(stream, page);
        var known = known(key);
        return known == null ? keep(key, read(key)) : known;
    }

    private static List<Recorded> read(Key key) {
        var facts = new ArrayList<Recorded>();
        Page.read(key.stream(), key.page(), facts::add);
        return List.copyOf(facts);
    }

    private synchronized @Nullable List<Recorded> known(Key key) {
        return found.get(key);
    }

    private synchronized List<Recorded> keep(Key key, List<Recorded> facts) {
        if (found.put(key, facts) == null) {
            bytes += key.page().length;
        }
        for (Iterator<Key> eldest = found.keySet().iterator(); bytes > mostBytes; ) {
            bytes -= eldest.next().page().length;
            eldest.remove();
        }
        return facts;
    }
}
