package cn.chuyi.reporting.fold;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.Received;
import cn.chuyi.kit.reader.Folding;
import cn.chuyi.kit.reader.Reading;
import cn.chuyi.reporting.fact.AssessmentFact;
import cn.chuyi.reporting.ledger.Codecs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps scores and editions equal to the fold of {@code chuyi.assessment.v1}. */
@ApplicationScoped
class AssessmentProjection implements Reading<AssessmentFact> {
    private final Folding folding;
    private final LiveFold live;

    AssessmentProjection(Folding folding, LiveFold live) {
        this.folding = folding;
        this.live = live;
    }

    @Incoming("assessment")
    Subscriber<ConsumerRecords<String, byte[]>> records() {
        return folding.reader(this);
    }

    @Override
    public String reader() {
        return "assessment";
    }

    @Override
    public EventCodec<AssessmentFact> codec() {
        return Codecs.ASSESSMENT;
    }

    @Override
    public void apply(List<Received<AssessmentFact>> facts, Writes writes) {
        live.fold(facts, writes);
    }
}
