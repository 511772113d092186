package cn.chuyi.kit.journal;

import cn.chuyi.kit.config.Within;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "chuyi.relay")
public interface RelaySettings {

    /** Rows published and stamped together. */
    @WithDefault("2000")
    @WithConverter(Rows.class)
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

    /** Its bounds. */
    final class Rows extends Within {
        private static final long serialVersionUID = 1;

        public Rows() {
            super(1, 10_000);
        }
    }
}
