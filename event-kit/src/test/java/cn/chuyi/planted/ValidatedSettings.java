package cn.chuyi.planted;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Breaks: settings are checked by converters. */
@ConfigMapping(prefix = "planted")
interface ValidatedSettings {
    @Min(1)
    @WithDefault("1")
    int number();
}
