package cn.chuyi.reporting.fold;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Received;
import cn.chuyi.kit.reader.Folding;
import cn.chuyi.kit.reader.Reading;
import cn.chuyi.reporting.fact.RegistryFact;
import cn.chuyi.reporting.ledger.Codecs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps measures and scores equal to the fold of {@code chuyi.registry.v1}. */
@ApplicationScoped
class RegistryProjection implements Reading<RegistryFact> {
    private final Folding folding;
    private final LiveFold live;

    RegistryProjection(Folding folding, LiveFold live) {
        this.folding = folding;
        this.live = live;
    }

    @Incoming("registry")
    Subscriber<ConsumerRecords<String, byte[]>> records() {
        return folding.reader(this);
    }

    @Override
    public String reader() {
        return "registry";
    }

    @Override
    public EventCodec<RegistryFact> codec() {
        return Codecs.REGISTRY;
    }

    @Override
    public void apply(List<Received<RegistryFact>> facts, Writes writes) {
        live.fold(facts, writes);
    }
}
