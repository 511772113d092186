package cn.chuyi.reporting.proof;

import cn.chuyi.kit.event.Envelope;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The segment of the journals' hash chains that a package has: the link of each of its events. A link's hash is over the
 * event and the hash before it, so an event that was changed has another link, and one that stands next to it says so.
 */
final class Links {
    private Links() {}

    static List<ChainLine> of(List<EventLine> events) {
        return events.stream().map(ChainLine::of).sorted(ChainLine.ORDER).toList();
    }

    /** @throws FlawException naming the first link that does not hold */
    static void check(List<EventLine> events, List<ChainLine> claimed) {
        var byId = new HashMap<String, ChainLine>();
        ChainLine before = null;
        for (var link : claimed) {
            if (before != null && ChainLine.ORDER.compare(before, link) >= 0) {
                throw wrong(link, "is out of order");
            }
            if (before != null && follows(before, link) && !before.hash().equals(link.previous())) {
                throw wrong(link, "does not go on from the link before it");
            }
            if (byId.put(link.id(), link) != null) {
                throw wrong(link, "is of an event that has another link");
            }
            before = link;
        }
        for (var event : events) {
            check(event, byId);
        }
        if (!byId.isEmpty()) {
            throw wrong(byId.values().stream().min(ChainLine.ORDER).orElseThrow(), "is of no event of the package");
        }
        inStreams(events, claimed);
    }

    private static void check(EventLine event, Map<String, ChainLine> links) {
        var is = ChainLine.of(event);
        var said = links.remove(is.id());
        if (said == null) {
            throw new FlawException(Flaw.CHAIN, "event " + event.place() + " has no link");
        }
        if (said.number() != is.number() || !said.source().equals(is.source())) {
            throw wrong(said, "is not where event " + event.place() + " says, which is " + is.number());
        }
        if (!said.previous().equals(is.previous())) {
            throw wrong(said, "has another link before it than event " + event.place() + " says");
        }
        if (!said.hash().equals(is.hash())) {
            throw wrong(said, "does not fit event " + event.place() + ": one of the two was changed");
        }
    }

    /** A later version of a stream has a later link. */
    private static void inStreams(List<EventLine> events, List<ChainLine> links) {
        var numbers = new HashMap<String, Long>();
        links.forEach(link -> numbers.put(link.id(), link.number()));
        var last = new HashMap<String, Long>();
        events.stream()
                .map(EventLine::envelope)
                .sorted(Comparator.comparing(Envelope::stream).thenComparing(Envelope::version))
                .forEach(envelope -> {
                    long number = numbers.getOrDefault(envelope.id(), 0L);
                    Long earlier = last.put(envelope.stream(), number);
                    if (earlier != null && earlier >= number) {
                        throw new FlawException(
                                Flaw.CHAIN,
                                "version " + envelope.version() + " of " + envelope.stream()
                                        + " has an earlier link than the version before it");
                    }
                });
    }

    private static boolean follows(ChainLine before, ChainLine link) {
        return before.source().equals(link.source()) && before.number() + 1 == link.number();
    }

    private static FlawException wrong(ChainLine link, String what) {
        return new FlawException(Flaw.CHAIN, "link " + link.number() + " of " + link.source() + " " + what);
    }
}
