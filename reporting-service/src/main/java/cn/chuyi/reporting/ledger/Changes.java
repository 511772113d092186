package cn.chuyi.reporting.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** Counts how often this process has changed what scores are read from; what another replica does is not heard of here. */
@ApplicationScoped
public class Changes {
    private final AtomicLong count = new AtomicLong();

    /** To be told when the change is committed. */
    public void tell() {
        count.incrementAndGet();
    }

    public long count() {
        return count.get();
    }
}
