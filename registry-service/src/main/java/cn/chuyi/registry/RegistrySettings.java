package cn.chuyi.registry;

import cn.chuyi.kit.config.Within;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** What an installation may choose. */
@ConfigMapping(prefix = "chuyi.registry")
public interface RegistrySettings {

    /** How many days after today a fact may take effect; facts further ahead are refused as slips of the pen. */
    @WithDefault("31")
    @WithConverter(Days.class)
    int effectiveDaysAhead();

    /** Its bounds. */
    final class Days extends Within {
        private static final long serialVersionUID = 1;

        public Days() {
            super(0, 3660);
        }
    }
}
