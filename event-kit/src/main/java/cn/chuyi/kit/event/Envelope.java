package cn.chuyi.kit.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents 1.0 context of one fact, read from the {@code ce_} headers.
 *
 * @param id UUIDv7
 * @param source path of the service that recorded it, for example {@code /registry-service}
 * @param type for example {@code chuyi.registry.project-listed.v1}
 * @param time when it was recorded (UTC), not when it took effect
 * @param stream {@code ce_subject}, also the record's key
 * @param version {@code ce_sequence}: 1, 2, 3 ... without a gap in each stream
 * @param actor opaque subject of the caller's token; absent for facts that a service found by itself
 */
public record Envelope(
        String id,
        String source,
        String type,
        Instant time,
        String stream,
        long version,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String causationId,
        Position position) {}
