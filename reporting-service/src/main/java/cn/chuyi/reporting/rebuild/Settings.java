package cn.chuyi.reporting.rebuild;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a rebuild behaves. */
@ConfigMapping(prefix = "chuyi.rebuild")
interface Settings {

    /** Longest wait for live folding to reach what the rebuild has read, before the two are compared. */
    @WithDefault("30s")
    Duration meet();

    /** Longest time one step of a rebuild may take in one transaction. */
    @WithDefault("1h")
    Duration step();
}
