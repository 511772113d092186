package cn.chuyi.reporting.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * Some facts of one stream as one value: how many bytes they have, and these bytes as a block of LZ4. The facts of a
 * stream say much the same again and again, so that a page takes a third of them or less.
 */
public final class Page {
    private static final LZ4Compressor COMPRESSOR = LZ4Factory.fastestInstance().fastCompressor();
    private static final LZ4SafeDecompressor DECOMPRESSOR =
            LZ4Factory.fastestInstance().safeDecompressor();

    private Page() {}

    /** Bytes that a page of so many bytes of facts takes at most. */
    public static int bound(int length) {
        return Integer.BYTES + COMPRESSOR.maxCompressedLength(length);
    }

    /** @return bytes written from the beginning of {@code page}, which has room for {@link #bound} */
    public static int write(byte[] facts, int length, byte[] page) {
        ByteBuffer.wrap(page).putInt(length);
        return Integer.BYTES + COMPRESSOR.compress(facts, 0, length, page, Integer.BYTES);
    }

    /** @param facts of one stream, at least one, in their order */
    static byte[] of(List<Recorded> facts) {
        var payloads = facts.stream().map(Recorded::payload).toList();
        int room = 0;
        for (int i = 0; i < facts.size(); i++) {
            room += FactBytes.bound(facts.get(i), payloads.get(i));
        }
        var raw = ByteBuffer.allocate(room);
        for (int i = 0; i < facts.size(); i++) {
            FactBytes.put(raw, facts.get(i), payloads.get(i));
        }
        var page = new byte[bound(raw.position())];
        return Arrays.copyOf(page, write(raw.array(), raw.position(), page));
    }

    static void read(String stream, byte[] page, Consumer<Recorded> taker) {
        var raw = ByteBuffer.allocate(ByteBuffer.wrap(page).getInt());
        DECOMPRESSOR.decompress(page, Integer.BYTES, page.length - Integer.BYTES, raw.array(), 0);
        while (raw.hasRemaining()) {
            taker.accept(FactBytes.get(stream, raw));
        }
    }
}
