package cn.chuyi.kit.journal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "chuyi.relay")
public interface RelaySettings {

    /** Rows published and stamped together. */
    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int batch();

    /** Longest wait for a commit's bell before looking again. */
    @WithDefault("500ms")
    Duration poll();

    /** Pause before trying again to be elected, or after an error. */
    @WithDefault("1s")
    Duration retry();

    /** Longest wait for Kafka's acknowledgement of a batch. */
    @WithDefault("120s")
    Duration timeout();
}
