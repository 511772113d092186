package cn.chuyi.kit.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much a service takes on at once. */
@ConfigMapping(prefix = "chuyi.http")
interface CrowdSettings {

    /** Commands at work at once; more are told to come again. */
    @WithDefault("48")
    @Min(1)
    @Max(10_000)
    int commands();
}
