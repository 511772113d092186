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

    /** Threads that read and fold side by side, each with a connection to the database. */
    @WithDefault("2")
    int workers();
}
