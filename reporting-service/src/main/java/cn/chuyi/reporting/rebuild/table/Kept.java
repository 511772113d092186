package cn.chuyi.reporting.rebuild.table;

import cn.chuyi.reporting.ledger.FactBytes;
import cn.chuyi.reporting.ledger.Recorded;
import java.nio.ByteBuffer;

/** A fact on its way into a page. */
public interface Kept {

    /** @param payload as it came */
    static Kept of(Recorded fact, byte[] payload) {
        return new Kept() {
            @Override
            public long version() {
                return fact.version();
            }

            @Override
            public int bound() {
                return FactBytes.bound(fact, payload);
            }

            @Override
            public void put(ByteBuffer to) {
                FactBytes.put(to, fact, payload);
            }
        };
    }

    long version();

    /** Bytes that {@link #put} needs at most. */
    int bound();

    /** As {@link FactBytes} says. */
    void put(ByteBuffer to);
}
