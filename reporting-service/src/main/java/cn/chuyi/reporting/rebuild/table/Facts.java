package cn.chuyi.reporting.rebuild.table;

import cn.chuyi.reporting.ledger.Codecs;
import cn.chuyi.reporting.ledger.Recorded;

/** Facts on their way into the table of a side schema, as {@code Ledger} would put them there. */
public final class Facts implements AutoCloseable {
    private final BinaryCopy copy;

    public Facts(Side side) {
        this.copy = side.copy("fact (" + Recorded.COLUMNS + ")");
    }

    public void add(Recorded fact) {
        var position = fact.position();
        copy.row(10)
                .text(fact.stream())
                .big(fact.version())
                .text(fact.id())
                .text(fact.type())
                .instant(fact.recorded())
                .text(fact.actor())
                .text(position.topic())
                .integer(position.partition())
                .big(position.offset())
                .text(Codecs.encode(fact.fact()));
    }

    public void finish() {
        copy.finish();
    }

    @Override
    public void close() {
        copy.close();
    }
}
