package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Received;
import cn.chuyi.kit.reader.Reading;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Recorded;
import java.util.List;
import java.util.function.Consumer;

/**
 * The same reader as the live one, but what it does with facts is the rebuild's.
 *
 * @param reader name of the live reader, whose cursor a swap takes over
 */
record SideReading<F extends Fact>(String reader, EventCodec<F> codec, Consumer<List<Recorded>> sink)
        implements Reading<F> {

    @Override
    public void apply(List<Received<F>> facts, Writes writes) {
        sink.accept(facts.stream().map(Recorded::of).toList());
    }
}
