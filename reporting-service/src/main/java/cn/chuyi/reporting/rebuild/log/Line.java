package cn.chuyi.reporting.rebuild.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.FactBytes;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.rebuild.log.QuickCodec.Quick;
import cn.chuyi.reporting.rebuild.memory.Heard;
import cn.chuyi.reporting.rebuild.table.Kept;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record as it is read off its bytes: of its envelope no object is made unless somebody keeps it. One is used for all
 * records of a thread.
 */
final class Line<F extends Fact> implements Heard, Kept {
    private static final int MOST_KINDS = 1000;

    private final JsonEventCodec<F> live;
    private final QuickCodec<F> codec;
    private final ByBytes<Kind<F>> kinds = new ByBytes<>();
    private final Heading heading = new Heading();
    private final Scan scan = new Scan();
    private final Used used = new Used();
    private String topic = "";
    private byte[] topicBytes = {};
    private int partition;
    private long offset;
    private @Nullable Bytes value;
    private @Nullable Bytes key;
    private int hash;
    private @Nullable Kind<F> kind;
    private @Nullable F fact;
    private Shard.@Nullable Known<?> known;

    /**
     * What is known of a type: whether live folding reads facts of it, or passes them over, and how they are read here;
     * absent when only the live codec does.
     */
    private static final class Kind<F> extends ByBytes.Named {
        private final String type;
        private final boolean read;
        private final @Nullable Quick<F> quick;

        private Kind(Bytes name, int hash, String type, boolean read, @Nullable Quick<F> quick) {
            super(name, hash);
            this.type = type;
            this.read = read;
            this.quick = quick;
        }
    }

    Line(JsonEventCodec<F> live, QuickCodec<F> codec) {
        this.live = live;
        this.codec = codec;
    }

    /** Whether the record is as it should be; only then the other methods tell something. */
    boolean read(Entry record) {
        if (record.value() == null || !heading.read(record)) {
            return false;
        }
        if (!topic.equals(record.topic())) {
            topic = record.topic();
            topicBytes = topic.getBytes(UTF_8);
        }
        partition = record.partition();
        offset = record.offset();
        value = record.value();
        key = record.key();
        hash = ByBytes.hash(key());
        var of = kind(heading.type());
        kind = of;
        fact = of == null || of.quick == null ? null : of.quick.read(value(), scan, used);
        return of != null && (fact != null || !of.read);
    }

    private @Nullable Kind<F> kind(Bytes type) {
        int place = ByBytes.hash(type);
        var found = kinds.get(type, place);
        if (found == null && kinds.size() < MOST_KINDS) {
            var name = type.text();
            found = new Kind<>(type, place, name, live.knows(name), codec.quickly(name));
            kinds.put(found);
        }
        return found;
    }

    boolean isFact() {
        return fact != null;
    }

    Bytes key() {
        return Objects.requireNonNull(key);
    }

    private Bytes value() {
        return Objects.requireNonNull(value);
    }

    int hash() {
        return hash;
    }

    void belongsTo(Shard.Known<?> stream) {
        this.known = stream;
    }

    Shard.Known<?> known() {
        return Objects.requireNonNull(known);
    }

    @Override
    public String stream() {
        return known().stream();
    }

    @Override
    public Fact fact() {
        return Objects.requireNonNull(fact);
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public int partition() {
        return partition;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public long version() {
        return heading.version();
    }

    @Override
    public Recorded recorded() {
        var actor = heading.actor();
        return new Recorded(
                stream(),
                heading.version(),
                heading.id().text(),
                Objects.requireNonNull(kind).type,
                heading.time(),
                actor == null ? null : actor.text(),
                new Position(topic, partition, offset),
                fact());
    }

    @Override
    public int bound() {
        var actor = heading.actor();
        return FactBytes.bound(heading.id().length()
                + heading.type().length()
                + (actor == null ? 0 : actor.length())
                + topicBytes.length
                + used.length());
    }

    @Override
    public void put(ByteBuffer to) {
        FactBytes.head(to, heading.version(), heading.seconds(), heading.nanos(), partition, offset);
        text(to, heading.id());
        text(to, heading.type());
        text(to, heading.actor());
        FactBytes.text(to, topicBytes, 0, topicBytes.length);
        used.put(to, value().array());
    }

    private static void text(ByteBuffer to, @Nullable Bytes text) {
        if (text == null) {
            FactBytes.none(to);
        } else {
            FactBytes.text(to, text.array(), text.from(), text.end());
        }
    }
}
