package cn.chuyi.kit.reader;

import cn.chuyi.kit.reader.Verdict.Fold;
import cn.chuyi.kit.reader.Verdict.Park;
import cn.chuyi.kit.reader.Verdict.Release;
import cn.chuyi.kit.reader.Verdict.Skip;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Counters of all readers of a service. They add up: {@code reader.read = reader.applied + reader.skipped (all reasons)
 * + reader.parked (all causes)}, but for records that waited and were applied later, which count twice.
 */
@ApplicationScoped
class ReaderMetrics {
    private final MeterRegistry meters;

    ReaderMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A batch was committed. */
    void committed(Judged<?> batch) {
        int concerned = batch.records().concerned().size();
        int all = batch.records().all().size();
        meters.counter("reader.read").increment(all);
        skipped("PASSED", batch.repeated());
        skipped("UNCONCERNED", all - concerned);
        committed(batch.verdicts());
    }

    /** These were carried out. */
    void committed(List<? extends Verdict<?>> verdicts) {
        for (var verdict : verdicts) {
            switch (verdict) {
                case Fold<?> _ -> meters.counter("reader.applied").increment();
                case Skip<?>(var reason) -> skipped(reason.name(), 1);
                case Park<?> park ->
                    meters.counter("reader.parked", "cause", park.cause().name())
                            .increment();
                case Release<?> _ -> {}
            }
        }
    }

    private void skipped(String reason, int records) {
        meters.counter("reader.skipped", "reason", reason).increment(records);
    }
}
