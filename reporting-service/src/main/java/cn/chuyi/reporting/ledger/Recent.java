package cn.chuyi.reporting.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found by key, the last ones that were asked for. For several threads. */
public final class Recent<K, V> {
    private final Map<K, V> found;

    /** @param most keys that are kept */
    public Recent(int most) {
        this.found = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** @return absent when it was not found, or too long ago */
    public synchronized @Nullable V of(K key) {
        return found.get(key);
    }

    public synchronized void keep(K key, V value) {
        found.put(key, value);
    }
}
