package cn.chuyi.reporting.rebuild.log;

import org.jspecify.annotations.Nullable;

/** What is known of a text, found by its bytes wherever they lie, without making a text of them. Nothing is taken out. */
final class ByBytes<V extends ByBytes.Named> {
    private static final long MIXER = 0x9e37_79b9_7f4a_7c15L;
    private static final int SMALLEST = 16;

    private @Nullable Named[] table = new @Nullable Named[SMALLEST];
    private int size;

    /** What is known has its text with it: the fewer objects lie on the way, the sooner it is found. */
    abstract static class Named {
        private final byte[] name;
        private final int hash;

        /** @param hash of the name */
        Named(Bytes name, int hash) {
            this.name = name.copy();
            this.hash = hash;
        }
    }

    static int hash(Bytes text) {
        return hash(text.array(), text.from(), text.end());
    }

    /** @param array has the text from one place to another */
    static int hash(byte[] array, int from, int end) {
        long hash = end - from;
        int at = from;
        for (; at + Eight.BYTES <= end; at += Eight.BYTES) {
            hash = mixed(hash ^ Eight.at(array, at));
        }
        for (; at < end; at++) {
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
    @SuppressWarnings("unchecked")
    @Nullable
    V get(Bytes text, int hash) {
        for (int place = hash & table.length - 1; ; place = place + 1 & table.length - 1) {
            var found = table[place];
            if (found == null) {
                return null;
            }
            if (found.hash == hash && Eight.isAt(text.array(), text.from(), text.end(), found.name)) {
                return (V) found;
            }
        }
    }

    /** @param value whose text is not in it */
    void put(V value) {
        if (2 * ++size > table.length) {
            var old = table;
            table = new @Nullable Named[2 * old.length];
            for (var named : old) {
                if (named != null) {
                    place(named);
                }
            }
        }
        place(value);
    }

    private void place(Named named) {
        int place = named.hash & table.length - 1;
        while (table[place] != null) {
            place = place + 1 & table.length - 1;
        }
        table[place] = named;
    }
}
