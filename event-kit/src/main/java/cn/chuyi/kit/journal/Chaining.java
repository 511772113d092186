package cn.chuyi.kit.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Rows that are published together. Who sends them reckons their links on the way, while the next rows are read. */
final class Chaining {
    private final List<JournalRow> rows;
    private final List<Link> links;
    private @Nullable Supplier<Link> head;

    /** @param head the link before theirs */
    Chaining(List<JournalRow> rows, Supplier<Link> head) {
        this.rows = rows;
        this.links = new ArrayList<>(rows.size());
        this.head = head;
    }

    int size() {
        return rows.size();
    }

    /** To be taken once, in their order, by one who has taken those before. */
    Stream<ProducerRecord<String, byte[]>> records(Outgoing outgoing) {
        return rows.stream().map(row -> {
            Link before = last();
            links.add(before.next(row));
            return outgoing.record(row, before);
        });
    }

    private Link last() {
        if (head == null) {
            return links.getLast();
        }
        Link before = head.get();
        head = null; // else each would keep all before it
        return before;
    }

    /** With their links, once all records were taken. */
    Batch batch() {
        return new Batch(rows.stream().map(JournalRow::position).toList(), links);
    }

    /** The last link, once all records were taken. */
    Link end() {
        return links.getLast();
    }
}
