package cn.chuyi.bench;

import cn.chuyi.local.Stopping;
import java.time.Duration;

/** A process that is asked to end when it is no longer needed, and made to after two minutes. */
public record Started(Process process) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Override
    public void close() {
        Stopping.gently(process.toHandle(), PATIENCE);
    }
}
