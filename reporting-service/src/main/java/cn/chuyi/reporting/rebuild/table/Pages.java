package cn.chuyi.reporting.rebuild.table;

import cn.chuyi.reporting.ledger.FactBytes;
import cn.chuyi.reporting.ledger.Page;
import cn.chuyi.reporting.ledger.Recorded;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

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
    private final Runnable checkpoint;
    private final Map<String, Chain> chains = new HashMap<>();
    private ByteBuffer gathered = ByteBuffer.allocate(SMALLEST);
    private byte[] facts = new byte[2 * FULL];
    private byte[] page = new byte[Page.bound(2 * FULL)];

    /** The facts of one stream that are not written yet, from the last to the first. */
    private static final class Chain {
        private final long version;
        private int last = NONE;
        private int bytes;

        Chain(long version) {
            this.version = version;
        }
    }

    /** A sixteenth of the heap, as there is one a worker: the more is gathered, the fewer pages a stream has. */
    private static int largest(long heap) {
        return (int) Math.clamp(heap / 16, 1 << 22, 1 << 26);
    }

    /**
     * @param copy from {@link #copy}; several may share it
     * @param checkpoint is called for every page; what it throws ends writing
     */
    public Pages(BinaryCopy copy, Runnable checkpoint) {
        this.copy = copy;
        this.checkpoint = checkpoint;
    }

    /** The way into the table of pages. */
    public static BinaryCopy copy(Side side) {
        return side.copy("page", "stream, version, facts");
    }

    /**
     * Adds a fact; each stream's in its order.
     *
     * @param payload as it came
     */
    public void add(Recorded fact, byte[] payload) {
        makeRoom(LINK + FactBytes.bound(fact, payload));
        var chain = chains.computeIfAbsent(fact.stream(), _ -> new Chain(fact.version()));
        int at = gathered.position();
        gathered.position(at + LINK);
        FactBytes.put(gathered, fact, payload);
        int length = gathered.position() - at - LINK;
        gathered.putInt(at, chain.last).putInt(at + Integer.BYTES, length);
        chain.last = at;
        chain.bytes += length;
        if (chain.bytes >= FULL) {
            write(fact.stream(), chain);
            chains.remove(fact.stream());
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
        chains.forEach(this::write);
        chains.clear();
        gathered.clear();
    }

    private void write(String stream, Chain chain) {
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
            copy.row(3).text(stream).big(chain.version).bytes(page, length);
        }
    }
}
