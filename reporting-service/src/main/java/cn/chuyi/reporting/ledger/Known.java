package cn.chuyi.reporting.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What was read by key, the last ones that were asked for; what is not known is read for all keys at once. Who changes what
 * was read says so. Not for several threads.
 */
public final class Known<K, V> {
    private final V nothing;
    private final Map<K, V> found;

    /**
     * @param most keys that are kept
     * @param nothing stands for a key that is read in vain
     */
    public Known(int most, V nothing) {
        this.nothing = nothing;
        this.found = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** @param read answers those of many keys that there are */
    public Map<K, V> of(Collection<K> keys, Function<List<K>, Map<K, V>> read) {
        var all = new HashMap<K, V>();
        var unknown = new ArrayList<K>();
        for (var key : keys) {
            var known = found.get(key);
            if (known == null) {
                unknown.add(key);
            } else {
                all.put(key, known);
            }
        }
        if (!unknown.isEmpty()) {
            var fresh = read.apply(unknown);
            unknown.forEach(key -> {
                var value = fresh.getOrDefault(key, nothing);
                all.put(key, value);
                found.put(key, value);
            });
        }
        return all;
    }

    public void put(K key, V value) {
        found.put(key, value);
    }

    /** Changes what is known of a key, if it is. */
    public void change(K key, UnaryOperator<V> change) {
        found.computeIfPresent(key, (_, value) -> change.apply(value));
    }

    public void forget(Collection<K> keys) {
        keys.forEach(found::remove);
    }

    public void forEach(BiConsumer<K, V> taker) {
        found.forEach(taker);
    }

    void forgetIf(Predicate<K> condition) {
        found.keySet().removeIf(condition);
    }

    public void forgetAll() {
        found.clear();
    }
}
