package cn.chuyi.reporting.rebuild.table;

import cn.chuyi.reporting.ledger.Page;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts on their way into the pages of a side schema. The facts of a stream come between those of others: they are
 * gathered in one array, chained by stream, and written when a page of theirs is full or the array is.
 */
public final class Pages {
    private static final int SMALLEST = 1 << 20;
    private static final int LARGEST = largest(Runtime.getRuntime().maxMemory());
    private static final int FULL = 1 << 13;
    private static final int LINK = 2 * Integer.BYTES;
    private static final int NONE = -1;

    private final BinaryCopy copy;
    private final int writer;
    private final Runnable checkpoint;

    /** Of which facts are gathered, or were until their page was full. */
    private final List<Chain> chains = new ArrayList<>();

    private ByteBuffer gathered = ByteBuffer.allocate(SMALLEST);
    private byte[] facts = new byte[2 * FULL];
    private byte[] page = new byte[Page.bound(2 * FULL)];

    /** The facts of one stream that one writer has not written yet, from the last to the first. */
    private static class Chain {
        final String stream;
        private long version;
        private int last = NONE;
        private int bytes;

        Chain(String stream) {
            this.stream = stream;
        }
    }

    /** What is gathered of one stream, by whoever writes some of it: mostly the first. Each touches his own part only. */
    public static final class Gathered extends Chain {
        private final int writer;
        private @Nullable Map<Integer, Chain> others;

        /** @param writer who is the first */
        public Gathered(String stream, int writer) {
            super(stream);
            this.writer = writer;
        }

        private Chain by(int one) {
            return one == writer ? this : byAnother(one);
        }

        private synchronized Chain byAnother(int one) {
            if (others == null) {
                others = new HashMap<>();
            }
            return others.computeIfAbsent(one, _ -> new Chain(stream));
        }
    }

    /**
     * A sixteenth of a small heap, as there is one a worker: the more is gathered, the fewer pages a stream has. In a
     * large one no more than is copied quickly when garbage is collected.
     */
    private static int largest(long heap) {
        return (int) Math.clamp(heap / 16, 1 << 22, 1 << 24);
    }

    /**
     * @param copy from {@link #copy}; several may share it
     * @param writer its number among those that write at once, from 0
     * @param checkpoint is called for every page; what it throws ends writing
     */
    public Pages(BinaryCopy copy, int writer, Runnable checkpoint) {
        this.copy = copy;
        this.writer = writer;
        this.checkpoint = checkpoint;
    }

    /** The way into the table of pages. */
    public static BinaryCopy copy(Side side) {
        return side.copy("page", "stream, version, facts");
    }

    /** Its number among those that write at once. */
    public int writer() {
        return writer;
    }

    /**
     * Adds a fact; each stream's in its order.
     *
     * @param of what is gathered of its stream
     */
    public void add(Gathered of, Kept fact) {
        makeRoom(LINK + fact.bound());
        var chain = of.by(writer);
        if (chain.bytes == 0) {
            chain.version = fact.version();
            chains.add(chain);
        }
        int at = gathered.position();
        gathered.position(at + LINK);
        fact.put(gathered);
        int length = gathered.position() - at - LINK;
        gathered.putInt(at, chain.last).putInt(at + Integer.BYTES, length);
        chain.last = at;
        chain.bytes += length;
        if (chain.bytes >= FULL) {
            write(chain);
        }
    }

    private void makeRoom(int bytes) {
        if (gathered.remaining() >= bytes) {
            return;
        }
        if (gathered.capacity() < LARGEST) {
            var larger = ByteBuffer.allocate(Math.max(2 * gathered.capacity(), gathered.position() + bytes));
            gathered = larger.put(gathered.flip());
        } else {
            flush();
            if (gathered.capacity() < bytes) {
                gathered = ByteBuffer.allocate(bytes);
            }
        }
    }

    /** Writes what is gathered. */
    public void flush() {
        chains.stream().filter(chain -> chain.bytes > 0).forEach(this::write);
        chains.clear();
        gathered.clear();
    }

    private void write(Chain chain) {
        checkpoint.run();
        if (facts.length < chain.bytes) {
            facts = new byte[chain.bytes];
            page = new byte[Page.bound(chain.bytes)];
        }
        int end = chain.bytes;
        for (int at = chain.last; at != NONE; at = gathered.getInt(at)) {
            int length = gathered.getInt(at + Integer.BYTES);
            end -= length;
            gathered.get(at + LINK, facts, end, length);
        }
        int length = Page.write(facts, chain.bytes, page);
        synchronized (copy) {
            copy.row(3).text(chain.stream).big(chain.version).bytes(page, length);
        }
        chain.last = NONE;
        chain.bytes = 0;
    }
}
