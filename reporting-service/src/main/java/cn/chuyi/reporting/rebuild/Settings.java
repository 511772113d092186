package cn.chuyi.reporting.rebuild;

import cn.chuyi.kit.config.Within;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** How a rebuild behaves. */
@ConfigMapping(prefix = "chuyi.rebuild")
public interface Settings {

    /** Longest wait for live folding to reach what the rebuild has read, before the two are compared. */
    @WithDefault("30s")
    Duration meet();

    /** Threads that read and fold side by side, each with a connection to the database. */
    @WithDefault("2")
    int workers();

    /** While the service is asked, a worker rests for so many times as long as it has worked; 0 never rests. */
    @WithDefault("24")
    @WithConverter(Times.class)
    int rest();

    SelfCheck selfCheck();

    /** The comparison that comes by itself. */
    interface SelfCheck {

        boolean enabled();

        /** Seconds, minutes, hours, days, months, days of the week. */
        String cron();

        /** Where the clock is that the cron expression means. */
        ZoneId zone();
    }

    /** Bounds of the rest. */
    final class Times extends Within {
        private static final long serialVersionUID = 1;

        public Times() {
            super(0, 1000);
        }
    }
}
