package cn.chuyi.reporting.ledger;

import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.event.Received;
import cn.chuyi.reporting.fact.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact and where it came from.
 *
 * @param recorded when the producer recorded it
 * @param actor opaque subject; absent when a service found it by itself
 */
public record Recorded(
        String stream,
        long version,
        String id,
        String type,
        Instant recorded,
        @Nullable String actor,
        Position position,
        Fact fact) {

    public static Recorded of(Received<? extends Fact> received) {
        var envelope = received.envelope();
        return new Recorded(
                envelope.stream(),
                envelope.version(),
                envelope.id(),
                envelope.type(),
                envelope.time(),
                envelope.actor(),
                envelope.position(),
                received.event());
    }

    /** The fields that are used, as JSON. */
    public byte[] payload() {
        return Codecs.encode(fact).getBytes(StandardCharsets.UTF_8);
    }

    /** The facts alone, of one family. */
    static <F extends Fact> List<F> facts(List<Recorded> recorded, Class<F> family) {
        return recorded.stream()
                .map(Recorded::fact)
                .filter(family::isInstance)
                .map(family::cast)
                .toList();
    }
}
