package cn.chuyi.reporting.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How browsers log in. */
@ConfigMapping(prefix = "chuyi.web")
interface WebSettings {

    /** The realm's address as a browser reaches it; differs from the service's own behind a proxy. */
    String oidcAuthority();

    /** A public client with authorization code and PKCE. */
    @WithDefault("chuyi-web")
    String oidcClient();
}
