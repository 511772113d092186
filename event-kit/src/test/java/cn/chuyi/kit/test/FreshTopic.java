package cn.chuyi.kit.test;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Topics that a test has for itself. */
public final class FreshTopic {
    private static final short ONE_REPLICA = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private FreshTopic() {}

    /**
     * Returns when every partition answers. Before, a broker may refuse the first batch of a producer that has several
     * on their way and take the second, and the first is lost: KAFKA-15591.
     */
    public static void create(String brokers, String name, int partitions)
            throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, ONE_REPLICA)))
                    .all()
                    .get();
            var ends = IntStream.range(0, partitions)
                    .boxed()
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(name, partition), _ -> OffsetSpec.latest()));
            await().ignoreExceptions()
                    .atMost(PATIENCE)
                    .until(() -> admin.listOffsets(ends).all().get(), _ -> true);
        }
    }
}
