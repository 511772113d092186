package cn.chuyi.reporting.rebuild;

import cn.chuyi.reporting.fact.AssessmentFact;
import cn.chuyi.reporting.fact.RegistryFact;
import cn.chuyi.reporting.rebuild.pace.Pace;
import cn.chuyi.reporting.rebuild.table.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a rebuild stands on; nothing of it needs a container.
 *
 * @param kafka settings of a client
 * @param workers threads that read and fold side by side
 * @param meet longest wait for live folding before the two are compared
 * @param pace of the workers
 */
public record Ground(
        Transactions transactions,
        Map<String, Object> kafka,
        LiveReader live,
        Source<RegistryFact> registry,
        Source<AssessmentFact> assessment,
        Clock clock,
        int workers,
        Duration meet,
        Pace pace) {

    List<Source<?>> sources() {
        return List.of(registry, assessment);
    }
}
