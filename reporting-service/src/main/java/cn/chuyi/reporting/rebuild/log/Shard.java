package cn.chuyi.reporting.rebuild.log;

import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.reader.Intake;
import cn.chuyi.kit.reader.Intake.Passed;
import cn.chuyi.kit.reader.Opened;
import cn.chuyi.kit.reader.Verdict;
import cn.chuyi.kit.reader.Verdict.Fold;
import cn.chuyi.kit.reader.Verdict.Park;
import cn.chuyi.kit.reader.Verdict.Release;
import cn.chuyi.kit.reader.Verdict.Skip;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.rebuild.memory.Heard;
import cn.chuyi.reporting.rebuild.memory.Memory;
import cn.chuyi.reporting.rebuild.table.Kept;
import cn.chuyi.reporting.rebuild.table.Pages;
import cn.chuyi.reporting.rebuild.table.Pages.Gathered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Some of the streams of a topic: how far each is, what is kept of it, and what waits. One thread at a time. */
final class Shard<F extends Fact, S> {
    private final Intake<F> intake;
    private final Memory<S> memory;
    private final ByBytes<Known<S>> streams = new ByBytes<>();
    private final Map<Position, Park<F>> parked = new HashMap<>();

    /** What becomes of a record that is as it should be. */
    enum Step {
        FOLDED,
        PASSED_OVER,
        /** The kit has to decide. */
        UNSURE
    }

    /** All that is known of one stream. */
    static final class Known<S> extends ByBytes.Named {
        private final String stream;
        private final Passed passed;
        private final Gathered gathered;
        private @Nullable S state;

        private Known(Bytes key, int hash, String stream, Passed passed, int reader) {
            super(key, hash);
            this.stream = stream;
            this.passed = passed;
            this.gathered = new Gathered(stream, reader);
        }

        String stream() {
            return stream;
        }

        Gathered gathered() {
            return gathered;
        }
    }

    Shard(EventCodec<F> codec, Set<Position> discarded, Memory<S> memory) {
        this.intake = new Intake<>(codec, discarded::contains);
        this.memory = memory;
    }

    /**
     * @param line of a record that nobody has discarded
     * @param reader who asks
     */
    synchronized Step step(Line<F> line, int reader) {
        if (!intake.nothingWaits()) {
            return Step.UNSURE;
        }
        var known = known(line.key(), line.hash(), reader);
        var passed = known.passed;
        if (passed.has(line.version())) {
            return Step.PASSED_OVER;
        }
        if (!passed.isNext(line.version())) {
            return Step.UNSURE;
        }
        passed.pass();
        if (!line.isFact()) {
            return Step.PASSED_OVER;
        }
        line.belongsTo(known);
        known.state = memory.take(known.state, line);
        return Step.FOLDED;
    }

    /** @return how many facts it brings */
    int take(Opened<F> opened, Pages pages) {
        var facts = judged(opened, pages.writer());
        facts.forEach(fact ->
                pages.add(gathered(fact.stream(), pages.writer()), Kept.of(fact, payload(fact, opened.record()))));
        return facts.size();
    }

    private synchronized List<Recorded> judged(Opened<F> opened, int reader) {
        var facts = new ArrayList<Recorded>(1);
        for (Verdict<F> verdict : intake.take(opened)) {
            switch (verdict) {
                case Fold<F>(var received) -> {
                    var fact = Recorded.of(received);
                    var known = known(fact.stream(), reader);
                    known.state = memory.take(known.state, Heard.of(fact));
                    facts.add(fact);
                }
                case Park<F> park -> parked.put(position(park.record()), park);
                case Release<F>(var position) -> parked.remove(position);
                case Skip<F> _ -> {}
            }
        }
        return facts;
    }

    private synchronized Gathered gathered(String stream, int reader) {
        return known(stream, reader).gathered;
    }

    /** A fact that waited for the record came with another one. */
    private static byte[] payload(Recorded fact, ConsumerRecord<String, byte[]> record) {
        return fact.position().offset() == record.offset() && fact.position().partition() == record.partition()
                ? record.value()
                : fact.payload();
    }

    private Known<S> known(String stream, int reader) {
        var key = Bytes.of(stream);
        return known(key, ByBytes.hash(key), reader);
    }

    private Known<S> known(Bytes key, int hash, int reader) {
        var found = streams.get(key, hash);
        if (found != null) {
            return found;
        }
        var stream = key.text();
        var known = new Known<S>(key, hash, stream, intake.passed(stream), reader);
        streams.put(known);
        return known;
    }

    private static Position position(ConsumerRecord<?, ?> record) {
        return new Position(record.topic(), record.partition(), record.offset());
    }

    void seen(ObjLongConsumer<String> taker) {
        intake.seen(taker);
    }

    Map<Position, Park<F>> parked() {
        return parked;
    }
}
