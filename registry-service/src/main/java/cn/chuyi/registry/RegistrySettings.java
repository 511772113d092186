package cn.chuyi.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What an installation may choose. */
@ConfigMapping(prefix = "chuyi.registry")
public interface RegistrySettings {

    /** How many days after today a fact may take effect; facts further ahead are refused as slips of the pen. */
    @WithDefault("31")
    @Min(0)
    @Max(3660)
    int effectiveDaysAhead();
}
