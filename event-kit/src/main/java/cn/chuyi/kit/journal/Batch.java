package cn.chuyi.kit.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of the journal that are published together, in this order.
 *
 * @param positions of the rows
 * @param links of the rows, each one's own
 */
record Batch(List<Long> positions, List<Link> links) {
    static final Batch NONE = new Batch(List.of(), List.of());

    Batch {
        positions = List.copyOf(positions);
        links = List.copyOf(links);
    }

    /** Rows whose chain goes on from a link. */
    static Batch after(Link head, List<JournalRow> rows) {
        var links = new ArrayList<Link>(rows.size());
        Link last = head;
        for (JournalRow row : rows) {
            last = last.next(row);
            links.add(last);
        }
        return new Batch(rows.stream().map(JournalRow::position).toList(), links);
    }

    /** As one, with the rows that come after these. */
    Batch and(Batch next) {
        return size() == 0
                ? next
                : new Batch(
                        Stream.concat(positions.stream(), next.positions.stream())
                                .toList(),
                        Stream.concat(links.stream(), next.links.stream()).toList());
    }

    int size() {
        return positions.size();
    }

    long first() {
        return links.getFirst().number();
    }

    long last() {
        return links.getLast().number();
    }
}
