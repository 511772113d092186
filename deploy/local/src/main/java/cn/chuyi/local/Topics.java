package cn.chuyi.local;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics of {@code deploy/kafka/topics.yaml}.
 *
 * @param partitions of each topic
 * @param config topic settings by Kafka's name, the same for each topic
 * @param topics names, in the order of the file
 */
record Topics(int partitions, Map<String, String> config, List<String> topics) {

    private static final short ONE_REPLICA = 1;

    Topics {
        config = Map.copyOf(config);
        topics = List.copyOf(topics);
    }

    static Topics read(Path file) throws IOException {
        return new YAMLMapper().readValue(file.toFile(), Topics.class);
    }

    /** A question that a broker answers when it has all partitions. */
    Map<TopicPartition, OffsetSpec> ends() {
        return topics.stream()
                .flatMap(name ->
                        IntStream.range(0, partitions).mapToObj(partition -> new TopicPartition(name, partition)))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
    }

    List<NewTopic> without(Set<String> present) {
        return topics.stream()
                .filter(name -> !present.contains(name))
                .map(name -> new NewTopic(name, partitions, ONE_REPLICA).configs(config))
                .toList();
    }
}
