package cn.chuyi.kit.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of the journal that are published together, in this order.
 *
 * @param positions of the rows
 * @param links of the rows, each one's own
 */
record Batch(List<Long> positions, List<Link> links) {
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
