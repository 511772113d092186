package cn.chuyi.reporting.rebuild;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
    @WithDefault("12")
    @Min(0)
    @Max(1000)
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
}
