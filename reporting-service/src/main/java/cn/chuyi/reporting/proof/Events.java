package cn.chuyi.reporting.proof;

import cn.chuyi.kit.event.Envelope;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Received;
import cn.chuyi.kit.event.UnreadableEventException;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Codecs;
import cn.chuyi.reporting.ledger.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The events of a package as facts, after a look at each of them and at their order. */
final class Events {
    private final Map<String, Long> versions = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private @Nullable EventLine before;

    private Events() {}

    /** @throws FlawException naming the first event that is not what it should be, or not where */
    static List<Recorded> facts(List<EventLine> lines) {
        var events = new Events();
        var facts = new ArrayList<Recorded>();
        for (var line : lines) {
            facts.add(events.take(line));
        }
        return facts;
    }

    private Recorded take(EventLine line) {
        if (before != null && EventLine.ORDER.compare(before, line) >= 0) {
            throw wrong(line, "comes after " + before.place() + ", which is out of order");
        }
        before = line;
        try {
            Envelope envelope = line.envelope();
            if (!envelope.stream().equals(line.key())) {
                throw wrong(line, "has the key " + line.key() + " and is of stream " + envelope.stream());
            }
            if (!ids.add(envelope.id())) {
                throw wrong(line, "has the id of an earlier one: " + envelope.id());
            }
            Long last = versions.put(envelope.stream(), envelope.version());
            if (last != null && last >= envelope.version()) {
                throw wrong(line, "is version " + envelope.version() + " of its stream, after " + last);
            }
            return Recorded.of(new Received<>(envelope, decode(line, envelope)));
        } catch (UnreadableEventException | IllegalArgumentException e) {
            throw wrong(line, String.valueOf(e.getMessage()));
        }
    }

    private static Fact decode(EventLine line, Envelope envelope) {
        var json = line.value().utf8();
        for (EventCodec<? extends Fact> codec : List.of(Codecs.ASSESSMENT, Codecs.REGISTRY)) {
            if (codec.knows(envelope.type())) {
                return codec.decode(envelope.type(), json);
            }
        }
        throw wrong(line, "is of a type that no score uses: " + envelope.type());
    }

    private static FlawException wrong(EventLine line, String what) {
        return new FlawException(Flaw.EVENTS, "event " + line.place() + " " + what);
    }
}
