package cn.chuyi.reporting.proof;

import static java.util.Objects.requireNonNull;

import cn.chuyi.kit.event.Attributes;
import cn.chuyi.kit.event.Envelope;
import cn.chuyi.kit.event.Position;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record as it stands on its topic: position, key, all headers in their order, and the exact bytes of the value. */
public record EventLine(String topic, int partition, long offset, String key, List<Header> headers, Bytes value) {
    static final Comparator<EventLine> ORDER = Comparator.comparing(EventLine::topic)
            .thenComparing(EventLine::partition)
            .thenComparing(EventLine::offset);

    private static final String PREVIOUS_LINK = "ce_previouslink";

    public EventLine {
        requireNonNull(topic, "no topic");
        requireNonNull(key, "no key");
        requireNonNull(value, "no value");
        headers = List.copyOf(requireNonNull(headers, "no headers"));
    }

    public record Header(String name, Bytes value) {
        public Header {
            requireNonNull(name, "no name of a header");
            requireNonNull(value, "no value of a header");
        }
    }

    Position position() {
        return new Position(topic, partition, offset);
    }

    Envelope envelope() {
        Attributes attributes = this::header;
        return attributes.envelope(position());
    }

    /** The CloudEvents id; empty when the record has none. */
    public String id() {
        String id = header("ce_id");
        return id == null ? "" : id;
    }

    /** The link before the fact's own, as the relay wrote it; absent when it wrote none. */
    @Nullable
    String previousLink() {
        return header(PREVIOUS_LINK);
    }

    private @Nullable String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equals(name))
                .reduce((_, last) -> last)
                .map(header -> header.value().utf8())
                .orElse(null);
    }

    String place() {
        return topic + "/" + partition + "@" + offset;
    }
}
