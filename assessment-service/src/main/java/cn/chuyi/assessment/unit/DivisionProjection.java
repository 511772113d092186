package cn.chuyi.assessment.unit;

import cn.chuyi.assessment.unit.DivisionEvent.DivisionClosed;
import cn.chuyi.assessment.unit.DivisionEvent.DivisionRecoded;
import cn.chuyi.assessment.unit.DivisionEvent.DivisionRegistered;
import cn.chuyi.assessment.unit.DivisionEvent.DivisionRenamed;
import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.event.Received;
import cn.chuyi.kit.reader.Folding;
import cn.chuyi.kit.reader.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps {@code division} and {@code division_name} equal to what topic {@code chuyi.registry.v1} says. */
@ApplicationScoped
class DivisionProjection implements Reading<DivisionEvent> {
    static final String NAME = "divisions";
    static final JsonEventCodec<DivisionEvent> CODEC = JsonEventCodec.of(DivisionEvent.class, "chuyi.registry.")
            .add("division-registered.v1", DivisionRegistered.class)
            .add("division-renamed.v1", DivisionRenamed.class)
            .add("division-recoded.v1", DivisionRecoded.class)
            .add("division-closed.v1", DivisionClosed.class)
            .build();

    private final Folding folding;

    DivisionProjection(Folding folding) {
        this.folding = folding;
    }

    @Incoming("registry")
    Subscriber<ConsumerRecords<String, byte[]>> records() {
        return folding.reader(this);
    }

    @Override
    public String reader() {
        return NAME;
    }

    @Override
    public JsonEventCodec<DivisionEvent> codec() {
        return CODEC;
    }

    @Override
    public boolean concerns(String stream) {
        return stream.startsWith("division-");
    }

    @Override
    public void apply(List<Received<DivisionEvent>> events, Writes writes) {
        for (Received<DivisionEvent> received : events) {
            switch (received.event()) {
                case DivisionRegistered e -> open(e.code(), e.name(), e.level(), e.parent(), e.effectiveOn());
                case DivisionRecoded e -> open(e.code(), e.name(), e.level(), e.parent(), e.effectiveOn());
                case DivisionRenamed e -> name(e.code(), e.name(), e.effectiveOn());
                case DivisionClosed e -> close(e.code(), e.effectiveOn());
            }
        }
    }

    private static void open(String code, String name, String level, @Nullable String parent, LocalDate day) {
        DivisionRow row = DivisionRow.findById(code);
        boolean fresh = row == null;
        if (row == null) {
            row = new DivisionRow();
            row.code = code;
        }
        row.level = level;
        row.parent = parent;
        row.openedOn = day;
        if (fresh) {
            row.persist();
        }
        name(code, name, day);
    }

    private static void name(String code, String name, LocalDate day) {
        DivisionNameRow row = DivisionNameRow.findById(new DivisionNameRow.Key(code, day));
        if (row == null) {
            row = new DivisionNameRow();
            row.code = code;
            row.effectiveOn = day;
            row.name = name;
            row.persist();
        }
        row.name = name;
    }

    private static void close(String code, LocalDate day) {
        DivisionRow row = DivisionRow.findById(code);
        if (row != null) {
            row.closedOn = day;
        }
    }
}
