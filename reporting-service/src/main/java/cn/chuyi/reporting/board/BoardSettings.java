package cn.chuyi.reporting.board;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How scores and boards are answered. */
@ConfigMapping(prefix = "chuyi.board")
public interface BoardSettings {

    /** How long an answer may not know yet of what another replica has folded; not for one who asks {@code after} it. */
    @WithDefault("50ms")
    Duration behind();
}
