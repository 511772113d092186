package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.reporting.fact.AssessmentFact;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fact.RegistryFact;
import cn.chuyi.reporting.ledger.Codecs;

/**
 * A topic and the live reader that reads it.
 *
 * @param reader name of the live reader, whose cursor a swap takes over
 */
public record Source<F extends Fact>(String reader, String topic, JsonEventCodec<F> codec) {

    public static Source<RegistryFact> registry(String topic) {
        return new Source<>("registry", topic, Codecs.REGISTRY);
    }

    public static Source<AssessmentFact> assessment(String topic) {
        return new Source<>("assessment", topic, Codecs.ASSESSMENT);
    }
}
