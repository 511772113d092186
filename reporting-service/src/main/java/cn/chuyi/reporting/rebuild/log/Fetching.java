package cn.chuyi.reporting.rebuild.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientResponse;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.DefaultHostResolver;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.Records;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.FetchResponse;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;

/**
 * Partitions read from their beginning to a known end, batch by batch as the broker keeps them, over the network client
 * that is under Kafka's consumer: for each record the consumer makes some fifty objects, and none are needed here. One
 * thread's; the next batches are on their way while it takes those before.
 */
public final class Fetching implements AutoCloseable {
    private static final long PATIENCE = Duration.ofMinutes(1).toNanos();
    private static final long REST = Duration.ofMillis(100).toNanos();
    private static final long POLL_MILLIS = 250;
    private static final int MOST_BYTES = 1 << 21;

    /** The last version that names topics; later ones have their ids. */
    private static final short NAMING_TOPICS = 12;

    private final Function<String, Map<TopicPartition, Node>> leaders;
    private final Metrics metrics = new Metrics();
    private final NetworkClient client;
    private final Batches batches = new Batches();
    private final Queue<ClientResponse> answers = new ArrayDeque<>();

    /** @param leaders who leads the partitions of a topic; is asked again when he does not answer, or does not lead */
    public Fetching(Map<String, Object> kafka, Function<String, Map<TopicPartition, Node>> leaders) {
        this.leaders = leaders;
        var settings = Log.settings(kafka);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, MOST_BYTES);
        var config = new ConsumerConfig(settings);
        this.client = ClientUtils.createNetworkClient(
                config,
                config.getString(ConsumerConfig.CLIENT_ID_CONFIG),
                metrics,
                "rebuild",
                new LogContext(),
                new ApiVersions(),
                Time.SYSTEM,
                1,
                config.getInt(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG),
                new ManualMetadataUpdater(),
                new DefaultHostResolver());
    }

    /** What is still to be read, and whom to ask for it. */
    private final class Course {
        private final String topic;
        private final Map<TopicPartition, Long> to;
        private final Map<TopicPartition, Long> next = new LinkedHashMap<>();
        private Map<TopicPartition, Node> leading;
        private long answered = System.nanoTime();

        Course(String topic, Map<TopicPartition, Long> to) {
            this.topic = topic;
            this.to = to;
            to.forEach((partition, end) -> {
                if (end > 0) {
                    next.put(partition, 0L);
                }
            });
            this.leading = leaders.apply(topic);
        }

        /** Asks everybody who is not asked and leads something. */
        void ask() {
            for (var node : Set.copyOf(leading.values())) {
                if (!client.hasInFlightRequests(node.idString()) && leads(node)) {
                    ask(node);
                }
            }
            if (!leading.keySet().containsAll(next.keySet())) {
                lookAgain();
            }
        }

        private boolean leads(Node node) {
            return next.keySet().stream().anyMatch(partition -> node.equals(leading.get(partition)));
        }

        private void ask(Node node) {
            long now = Time.SYSTEM.milliseconds();
            if (client.ready(node, now)) {
                var wanted = new LinkedHashMap<TopicPartition, FetchRequest.PartitionData>();
                next.forEach((partition, offset) -> {
                    if (node.equals(leading.get(partition))) {
                        wanted.put(partition, wanted(offset));
                    }
                });
                var request = FetchRequest.Builder.forConsumer(NAMING_TOPICS, Log.FETCH_WAIT_MILLIS, 1, wanted)
                        .setMaxBytes(MOST_BYTES);
                client.send(client.newClientRequest(node.idString(), request, now, true), now);
            } else if (client.authenticationException(node) != null) {
                throw client.authenticationException(node);
            } else if (client.connectionFailed(node)) {
                lookAgain();
            }
        }

        private static FetchRequest.PartitionData wanted(long offset) {
            return new FetchRequest.PartitionData(
                    Uuid.ZERO_UUID, offset, FetchRequest.INVALID_LOG_START_OFFSET, MOST_BYTES, Optional.empty());
        }

        /** Somebody is gone, or leads no longer. */
        private void lookAgain() {
            if (System.nanoTime() - answered > PATIENCE) {
                throw new IllegalStateException("nobody tells the records of " + next + " for a minute");
            }
            LockSupport.parkNanos(REST);
            leading = leaders.apply(topic);
        }

        /** The next are asked for before these are taken. */
        void take(ClientResponse answer, Consumer<Entry> taker) {
            if (answer.versionMismatch() != null) {
                throw answer.versionMismatch();
            }
            if (!(answer.responseBody() instanceof FetchResponse fetched)) {
                lookAgain();
                return;
            }
            var found = new HashMap<TopicPartition, Records>();
            var from = new HashMap<>(next);
            fetched.responseData(Map.of(), NAMING_TOPICS).forEach((partition, data) -> {
                var error = Errors.forCode(data.errorCode());
                if (!next.containsKey(partition)) {
                    return; // another has told the rest of it meanwhile
                }
                if (error == Errors.NONE) {
                    answered = System.nanoTime();
                    found.put(partition, FetchResponse.recordsOrFail(data));
                } else if (error.exception() instanceof RetriableException) {
                    lookAgain();
                } else {
                    throw error.exception(partition + ": " + error.message());
                }
            });
            found.forEach(this::goOn);
            ask();
            answers.addAll(client.poll(0, Time.SYSTEM.milliseconds()));
            found.forEach((partition, records) -> batches.read(
                    partition, records, from.getOrDefault(partition, 0L), to.getOrDefault(partition, 0L), taker));
        }

        private void goOn(TopicPartition partition, Records records) {
            long offset = Batches.next(records, next.getOrDefault(partition, 0L));
            if (offset < to.getOrDefault(partition, 0L)) {
                next.put(partition, offset);
            } else {
                next.remove(partition);
            }
        }
    }

    /**
     * Reads partitions of one topic from their beginning to just before {@code to}, each in its order.
     *
     * @param taker must not keep what it takes
     * @param checkpoint is called at least four times a second, also when nothing comes, and at the end; what it throws
     *     ends reading
     */
    public void read(String topic, Map<TopicPartition, Long> to, Consumer<Entry> taker, Runnable checkpoint) {
        var course = new Course(topic, to);
        while (!course.next.isEmpty() || !answers.isEmpty()) {
            checkpoint.run();
            course.ask();
            if (answers.isEmpty()) {
                answers.addAll(client.poll(POLL_MILLIS, Time.SYSTEM.milliseconds()));
            }
            var answer = answers.poll();
            if (answer != null) {
                course.take(answer, taker);
            }
        }
        checkpoint.run();
    }

    @Override
    public void close() {
        client.close();
        metrics.close();
        batches.close();
    }
}
