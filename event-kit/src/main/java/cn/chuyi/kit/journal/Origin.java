package cn.chuyi.kit.journal;

import org.jspecify.annotations.Nullable;

/**
 * Who and what caused a fact.
 *
 * @param actor opaque subject of the token; absent when the service acts by itself
 * @param causationId id of the fact that led to this one
 * @param traceparent W3C trace context
 */
public record Origin(
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent) {

    /** The service itself, prompted by another fact. */
    public static Origin causedBy(@Nullable String eventId, @Nullable String correlationId) {
        return new Origin(null, correlationId, eventId, null);
    }
}
