package cn.chuyi.kit.anchor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the journal is anchored. */
@ConfigMapping(prefix = "chuyi.anchor")
public interface AnchorSettings {

    /** From one signed root to the next, where anything was recorded between. */
    @WithDefault("1h")
    Duration every();

    /** Pause between two looks at whether one is due. */
    @WithDefault("30s")
    Duration look();
}
