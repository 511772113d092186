package cn.chuyi.kit.journal;

import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadataBuilder;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jspecify.annotations.Nullable;

/** Makes a CloudEvent in binary mode of a row: key = stream, value = payload, the rest in headers. */
final class Outgoing {
    static final String PREVIOUS_LINK = "ce_previouslink";

    private final URI source;

    Outgoing(String service) {
        this.source = URI.create("/" + service);
    }

    /** @param before the link before the row's own */
    Message<byte[]> message(JournalRow row, Link before) {
        return Message.of(
                row.payload().getBytes(StandardCharsets.UTF_8), Metadata.of(cloudEvent(row, before), kafka(row)));
    }

    private OutgoingCloudEventMetadata<byte[]> cloudEvent(JournalRow row, Link before) {
        var builder = OutgoingCloudEventMetadata.<byte[]>builder()
                .withId(row.id().toString())
                .withSource(source)
                .withType(row.type())
                .withTimestamp(row.recordedAt().atZone(ZoneOffset.UTC))
                .withSubject(row.stream())
                .withDataContentType("application/json")
                .withExtension("sequence", Long.toString(row.version()))
                .withExtension("previouslink", before.text());
        extension(builder, "actor", row.origin().actor());
        extension(builder, "correlationid", row.origin().correlationId());
        extension(builder, "causationid", row.origin().causationId());
        return builder.build();
    }

    private static void extension(
            OutgoingCloudEventMetadataBuilder<byte[]> builder, String name, @Nullable String value) {
        if (value != null) {
            builder.withExtension(name, value);
        }
    }

    private static OutgoingKafkaRecordMetadata<String> kafka(JournalRow row) {
        var headers = new RecordHeaders();
        if (row.origin().traceparent() != null) {
            headers.add("traceparent", row.origin().traceparent().getBytes(StandardCharsets.UTF_8));
        }
        return OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(row.stream())
                .withTimestamp(row.recordedAt())
                .withHeaders(headers)
                .build();
    }
}
