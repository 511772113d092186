package cn.chuyi.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Topics that a benchmark has for itself, with as many partitions as those of the services. */
public final class Topics {
    public static final int PARTITIONS = 12;

    private Topics() {}

    /** Returns when every partition answers; a record that is sent before may be lost (KAFKA-15591). */
    public static void create(String bootstrap, String name) throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
            admin.listOffsets(IntStream.range(0, PARTITIONS)
                            .boxed()
                            .collect(Collectors.toMap(
                                    partition -> new TopicPartition(name, partition), _ -> OffsetSpec.latest())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("no topic " + name, e);
        }
    }
}
