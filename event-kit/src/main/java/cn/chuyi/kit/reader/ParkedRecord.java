package cn.chuyi.kit.reader;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record put aside, as operators see it.
 *
 * @param stream absent when the record names none
 * @param cause UNREADABLE, GAP or BEHIND
 * @param payload the value as text, at most 2,000 characters; absent when the record has none
 */
public record ParkedRecord(
        long id,
        String reader,
        String topic,
        int partition,
        long offset,
        @Nullable String stream,
        @Nullable Long version,
        @Nullable String type,
        String cause,
        String reason,
        @Nullable String payload,
        Instant parkedAt) {}
