package cn.chuyi.reporting.rebuild;

import cn.chuyi.reporting.rebuild.Following.Event;
import cn.chuyi.reporting.rebuild.Following.Event.Heartbeat;
import cn.chuyi.reporting.rebuild.Following.Event.Told;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A rebuild as it goes, as server-sent events. They are made of its record, so that every replica has them. */
@ApplicationScoped
class RunEvents {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Runs runs;

    RunEvents(Runs runs) {
        this.runs = runs;
    }

    /** @param id of a run that there is */
    Multi<OutboundSseEvent> of(String id, Following following, Sse sse) {
        return Multi.createBy()
                .repeating()
                .uni(() -> look(id, following))
                .withDelay(PAUSE)
                .whilst(_ -> !following.over())
                .onItem()
                .transformToIterable(events -> events)
                .map(event -> written(event, sse));
    }

    private Uni<List<Event>> look(String id, Following following) {
        return Uni.createFrom()
                .item(() -> following.look(Objects.requireNonNull(runs.find(id))))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static OutboundSseEvent written(Event event, Sse sse) {
        return switch (event) {
            case Told(var id, var name, var data) ->
                sse.newEventBuilder()
                        .id(Long.toString(id))
                        .name(name)
                        .data(data)
                        .build();
            case Heartbeat() -> sse.newEventBuilder().comment("still here").build();
        };
    }
}
