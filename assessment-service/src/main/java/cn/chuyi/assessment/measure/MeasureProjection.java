package cn.chuyi.assessment.measure;

import cn.chuyi.assessment.measure.MeasureEvent.MeasureChanged;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.event.Received;
import cn.chuyi.kit.reader.Folding;
import cn.chuyi.kit.reader.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps {@code measure} equal to the latest {@code measure-changed} of each indicator on {@code chuyi.reporting.v1}. */
@ApplicationScoped
class MeasureProjection implements Reading<MeasureEvent> {
    static final String NAME = "measures";
    static final JsonEventCodec<MeasureEvent> CODEC = JsonEventCodec.of(MeasureEvent.class, "chuyi.reporting.")
            .add("measure-changed.v1", MeasureChanged.class)
            .build();

    private final Folding folding;

    MeasureProjection(Folding folding) {
        this.folding = folding;
    }

    @Incoming("reporting")
    Subscriber<ConsumerRecords<String, byte[]>> records() {
        return folding.reader(this);
    }

    @Override
    public String reader() {
        return NAME;
    }

    @Override
    public JsonEventCodec<MeasureEvent> codec() {
        return CODEC;
    }

    @Override
    public void apply(List<Received<MeasureEvent>> events) {
        for (Received<MeasureEvent> received : events) {
            switch (received.event()) {
                case MeasureChanged e ->
                    store(received.envelope().stream(), received.envelope().version(), e);
            }
        }
    }

    private static void store(String stream, long version, MeasureChanged event) {
        MeasureRow row = MeasureRow.findById(new MeasureRow.Key(stream, event.indicator()));
        boolean fresh = row == null;
        if (row == null) {
            row = new MeasureRow();
            row.stream = stream;
            row.indicator = event.indicator();
        } else if (row.version >= version) {
            return;
        }
        row.measure = event.measure();
        row.value = event.state().equals("COLLECTED") ? event.value() : null;
        row.version = version;
        if (fresh) {
            row.persist();
        }
    }
}
