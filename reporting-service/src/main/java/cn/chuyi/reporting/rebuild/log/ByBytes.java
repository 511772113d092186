package cn.chuyi.reporting.rebuild.log;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is known of a text, found by its bytes wherever they lie, without making a text of them. Nothing is taken out. */
final class ByBytes<V> {
    private static final long MIXER = 0x9e37_79b9_7f4a_7c15L;
    private static final int SMALLEST = 16;

    private @Nullable Entry<V>[] table = table(SMALLEST);
    private int size;

    private record Entry<V>(byte[] key, int hash, V value) {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <V> @Nullable Entry<V>[] table(int length) {
        return new Entry[length];
    }

    static int hash(Bytes text) {
        var array = text.array();
        long hash = text.end() - text.from();
        int at = text.from();
        for (; at + Eight.BYTES <= text.end(); at += Eight.BYTES) {
            hash = mixed(hash ^ Eight.at(array, at));
        }
        for (; at < text.end(); at++) {
            hash = mixed(hash ^ array[at]);
        }
        return (int) (hash ^ hash >>> 32);
    }

    private static long mixed(long hash) {
        long product = hash * MIXER;
        return product ^ product >>> 29;
    }

    int size() {
        return size;
    }

    /** @param hash of the text */
    @Nullable
    V get(Bytes text, int hash) {
        for (int place = hash & table.length - 1; ; place = place + 1 & table.length - 1) {
            var entry = table[place];
            if (entry == null) {
                return null;
            }
            var key = entry.key();
            if (entry.hash() == hash && Arrays.equals(key, 0, key.length, text.array(), text.from(), text.end())) {
                return entry.value();
            }
        }
    }

    /** @param text that is not in it */
    void put(Bytes text, int hash, V value) {
        if (2 * ++size > table.length) {
            var old = table;
            table = table(2 * old.length);
            for (var entry : old) {
                if (entry != null) {
                    put(entry);
                }
            }
        }
        put(new Entry<>(text.copy(), hash, value));
    }

    private void put(Entry<V> entry) {
        int place = entry.hash() & table.length - 1;
        while (table[place] != null) {
            place = place + 1 & table.length - 1;
        }
        table[place] = entry;
    }
}
