package cn.chuyi.kit.reader;

import cn.chuyi.kit.reader.Verdict.Cause;
import cn.chuyi.kit.reader.Verdict.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

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

    /**
     * @param passed how many of the records the cursor had passed already
     * @param unconcerned how many are of streams that do not concern the reader
     */
    void read(int records, int passed, int unconcerned) {
        meters.counter("reader.read").increment(records);
        meters.counter("reader.skipped", "reason", "PASSED").increment(passed);
        meters.counter("reader.skipped", "reason", "UNCONCERNED").increment(unconcerned);
    }

    void applied(int facts) {
        meters.counter("reader.applied").increment(facts);
    }

    void skipped(Reason reason) {
        meters.counter("reader.skipped", "reason", reason.name()).increment();
    }

    void parked(Cause cause) {
        meters.counter("reader.parked", "cause", cause.name()).increment();
    }
}
