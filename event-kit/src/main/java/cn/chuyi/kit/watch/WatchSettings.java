package cn.chuyi.kit.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often a service looks how far it is behind, and when that is for an operator. */
@ConfigMapping(prefix = "chuyi.watch")
interface WatchSettings {

    /** Pause between two looks. */
    @WithDefault("10s")
    Duration every();

    /** Work that has not moved for so long is stuck. */
    @WithDefault("2m")
    Duration standstill();

    /** A record parked for so long will not be freed by a late one; a person must look at it. */
    @WithDefault("5m")
    Duration parked();
}
