package cn.chuyi.assessment;

import cn.chuyi.kit.event.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Plays the registry and reporting: puts facts on their topics as they do. */
public final class Upstream implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", ConfigProvider.getConfig().getValue("KAFKA_BOOTSTRAP_SERVERS", String.class)),
            new StringSerializer(),
            new ByteArraySerializer());

    public void division(String code, String name, String level, String parent) {
        send(
                "registry",
                "division-" + code,
                1,
                "division-registered",
                Map.of("code", code, "name", name, "level", level, "parent", parent, "effectiveOn", "2020-01-01"));
    }

    public void collected(int year, String unit, long version, String indicator, String measure, String value) {
        send(
                "reporting",
                "score-CHUYI-2022-" + year + "-" + unit,
                version,
                "measure-changed",
                Map.of(
                        "programme", "CHUYI-2022",
                        "year", year,
                        "unit", unit,
                        "indicator", indicator,
                        "measure", measure,
                        "state", "COLLECTED",
                        "value", value));
    }

    public void notApplicable(int year, String unit, long version, String indicator, String measure) {
        send(
                "reporting",
                "score-CHUYI-2022-" + year + "-" + unit,
                version,
                "measure-changed",
                Map.of(
                        "programme", "CHUYI-2022",
                        "year", year,
                        "unit", unit,
                        "indicator", indicator,
                        "measure", measure,
                        "state", "NOT_APPLICABLE"));
    }

    private void send(String service, String stream, long version, String name, Map<String, Object> payload) {
        try {
            var record = new ProducerRecord<String, byte[]>(
                    "chuyi." + service + ".v1", stream, Json.mapper().writeValueAsBytes(payload));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_source",
                            "/" + service + "-service",
                            "ce_type",
                            "chuyi." + service + "." + name + ".v1",
                            "ce_time",
                            Instant.ofEpochSecond(1_780_000_000)
                                    .plus(version, ChronoUnit.SECONDS)
                                    .toString(),
                            "ce_subject",
                            stream,
                            "ce_sequence",
                            Long.toString(version),
                            "content-type",
                            "application/json")
                    .forEach((key, value) -> record.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (ExecutionException | com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
