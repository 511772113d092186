package cn.chuyi.local.keycloak;

import cn.chuyi.local.Launch;
import cn.chuyi.local.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A real Keycloak on the loopback address with the realm {@code chuyi} and the demo users.
 *
 * @param home its data
 * @param log what it says
 * @param port for everybody
 * @param webUrl where the web page is served, for the log-in to lead back to
 */
public record LocalKeycloak(Path home, Path log, int port, String webUrl) {

    private static final String ADMINISTRATOR = "admin";
    private static final String INTEGRATOR_SECRET = "demo";

    /** Without it the first start would spend half a minute of two cores on building the very same server again. */
    private static final String AS_SHIPPED = "-Dkc.config.built=true";

    /** Starts it and does not wait. The realm is imported when the data are new or the realm is another than then. */
    public Process start(Layout layout, KeycloakJvm jvm) {
        var distribution = Distribution.unpacked(layout);
        try {
            distribution.linkInto(home);
            realm().bring(layout);
            Trust.inNobody(trust());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + home, e);
        }
        jvm.prepare();
        var command = jvm.command(distribution, properties(), arguments());
        return new Launch(command, home, environment(jvm), log).start();
    }

    /** It was ready: its next start need not import. */
    public void proven() {
        try {
            realm().done();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + home, e);
        }
    }

    private RealmImport realm() {
        return new RealmImport(home.resolve("data"));
    }

    private Path trust() {
        return home.resolve("trusts-nobody.p12");
    }

    private List<String> properties() {
        return List.of(AS_SHIPPED, "-Dkc.home.dir=" + home, "-Djavax.net.ssl.trustStore=" + trust());
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(List.of("start-dev"));
        if (!realm().isDone()) {
            arguments.add("--import-realm");
        }
        arguments.addAll(List.of("--hostname=" + url(), "--http-host=127.0.0.1", "--http-port=" + port));
        return arguments;
    }

    private Map<String, String> environment(KeycloakJvm jvm) {
        var environment = new HashMap<>(jvm.environment());
        environment.put("CHUYI_WEB_URL", webUrl);
        environment.put("CHUYI_INTEGRATOR_SECRET", INTEGRATOR_SECRET);
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR);
        return environment;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** The issuer of the tokens; answers its description once the realm is there. */
    public String issuer() {
        return url() + "/realms/chuyi";
    }

    /** Where a token is asked for. */
    public String tokenEndpoint() {
        return issuer() + "/protocol/openid-connect/token";
    }

    /** Answers 200 once a token can be had. */
    public String readiness() {
        return issuer() + "/.well-known/openid-configuration";
    }
}
