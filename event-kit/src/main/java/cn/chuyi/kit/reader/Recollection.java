package cn.chuyi.kit.reader;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.reader.Cursors.At;
import cn.chuyi.kit.reader.Opening.Begun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What one reader's batches have left behind in this process, so that the next one is judged without looking anything up. It
 * holds for a partition as long as the cursor has the mark that the last batch left there: whoever changes what the reader
 * knows of a partition leaves another. For one thread at a time.
 */
final class Recollection {
    /** Of a partition, those met last. */
    private static final int MOST_STREAMS = 1000;

    private final String reader;
    private final Map<TopicPartition, Place> places = new HashMap<>();

    Recollection(String reader) {
        this.reader = reader;
    }

    /**
     * A partition.
     *
     * @param versions last one folded of each stream of which nothing is parked
     */
    private record Place(At at, Versions versions) {}

    private static final class Versions extends LinkedHashMap<String, Long> {
        private static final long serialVersionUID = 1;

        private Versions() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_STREAMS;
        }
    }

    /**
     * What is known as the batch begins, where all of it was remembered: then no record of it was ever read, and so none was
     * given up. Absent where anything was not.
     */
    <E> @Nullable Begun<E> begin(Records records, EventCodec<E> codec) {
        var before = new HashMap<TopicPartition, At>();
        for (var record : records.all()) {
            var place = places.get(Records.partition(record));
            if (place == null || record.offset() < place.at().next()) {
                return null;
            }
            before.put(Records.partition(record), place.at());
        }
        var intake = new Intake<>(codec, _ -> false);
        for (var record : records.concerned()) {
            var stream = Headers.stream(record);
            var version = versions(record).get(stream);
            if (stream == null || version == null) {
                return null;
            }
            intake.remember(stream, version);
        }
        return new Begun<>(before, intake);
    }

    private Versions versions(ConsumerRecord<?, ?> record) {
        return Objects.requireNonNull(places.get(Records.partition(record))).versions();
    }

    /** Moves the cursors beyond records that {@link #begin} has begun, if it still holds what they were begun with. */
    void expect(Records records, Begun<?> begun, UUID mark, Writes writes) {
        var rows = new ArrayList<@Nullable Object[]>();
        records.ends()
                .forEach((partition, end) -> rows.add(new @Nullable Object[] {
                    reader,
                    partition.topic(),
                    partition.partition(),
                    at(begun, partition).mark(),
                    end,
                    mark
                }));
        Opening.lock(writes);
        writes.expect(Cursors.EXPECT, rows);
    }

    /**
     * Keeps what is known after a batch, once it is committed.
     *
     * @param mark that it has left
     */
    void keep(Records records, Begun<?> begun, UUID mark) {
        records.ends().forEach((partition, end) -> {
            var before = at(begun, partition);
            var place = places.get(partition);
            var versions = place != null && place.at().equals(before) ? place.versions() : new Versions();
            places.put(partition, new Place(new At(Math.max(before.next(), end), mark), versions));
        });
        for (var record : records.concerned()) {
            var stream = Headers.stream(record);
            if (stream != null) {
                keep(stream, begun.intake(), versions(record));
            }
        }
    }

    private static void keep(String stream, Intake<?> intake, Versions versions) {
        if (intake.nothingWaits(stream)) {
            versions.put(stream, intake.seen(stream));
        } else {
            versions.remove(stream);
        }
    }

    private static At at(Begun<?> begun, TopicPartition partition) {
        return Objects.requireNonNull(begun.before().get(partition));
    }
}
