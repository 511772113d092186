package cn.chuyi.reporting.proof;

import static java.util.Objects.requireNonNull;

import cn.chuyi.kit.event.Envelope;
import cn.chuyi.kit.journal.Link;
import java.util.Comparator;

/**
 * An event's place in the hash chain of the journal it comes from.
 *
 * @param source the service whose journal it is
 * @param id the event's
 * @param number of the event's link
 * @param previous hash of the link before it, lowercase hex
 * @param hash of its own, lowercase hex
 */
public record ChainLine(String source, long number, String id, String previous, String hash) {
    public ChainLine {
        requireNonNull(source, "no source");
        requireNonNull(id, "no id");
        requireNonNull(previous, "no previous");
        requireNonNull(hash, "no hash");
    }

    static final Comparator<ChainLine> ORDER =
            Comparator.comparing(ChainLine::source).thenComparing(ChainLine::number);

    /** @throws FlawException when the event does not say which link is before its own */
    static ChainLine of(EventLine event) {
        Envelope envelope = event.envelope();
        String before = event.previousLink();
        if (before == null) {
            throw new FlawException(Flaw.CHAIN, "event " + event.place() + " says no link of its journal's hash chain");
        }
        try {
            Link previous = Link.parse(before);
            Link link = previous.next(envelope, event.value().utf8());
            return new ChainLine(envelope.source(), link.number(), envelope.id(), previous.hex(), link.hex());
        } catch (IllegalArgumentException e) {
            throw new FlawException(Flaw.CHAIN, "event " + event.place() + ": " + e.getMessage());
        }
    }
}
