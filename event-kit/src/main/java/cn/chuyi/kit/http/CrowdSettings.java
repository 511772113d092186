package cn.chuyi.kit.http;

import cn.chuyi.kit.config.Within;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** How much a service takes on at once. */
@ConfigMapping(prefix = "chuyi.http")
interface CrowdSettings {

    /** Commands at work at once; more are told to come again. */
    @WithDefault("48")
    @WithConverter(Crowd.class)
    int commands();

    /** Its bounds. */
    final class Crowd extends Within {
        private static final long serialVersionUID = 1;

        public Crowd() {
            super(1, 10_000);
        }
    }
}
