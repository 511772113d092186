package cn.chuyi.local.keycloak;

import cn.chuyi.local.ClassArchive;
import cn.chuyi.local.Folders;
import cn.chuyi.local.Launch;
import cn.chuyi.local.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final String REALM_FILE = "chuyi-realm.json";
    private static final String ADMINISTRATOR = "admin";
    private static final String INTEGRATOR_SECRET = "demo";

    /** Without it the first start would spend half a minute of two cores on building the very same server again. */
    private static final String AS_SHIPPED = "-Dkc.config.built=true";

    private static final String FRUGAL_JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms64m -Xmx384m"
            + " -XX:MetaspaceSize=128m -XX:ReservedCodeCacheSize=240m -XX:MaxMetaspaceSize=256m -Dfile.encoding=UTF-8";

    /** Starts it and does not wait. The realm is imported when the data are new or the realm is another than then. */
    public Process start(Layout layout, ClassArchive archive) {
        var distribution = Distribution.unpacked(zips(layout), Layout.cache());
        try {
            distribution.linkInto(home);
            bringRealm(LocalRealm.text(layout.realm(), layout.demoUsers(), Division.all()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + home, e);
        }
        return new Launch(command(distribution), home, environment(archive), log).start();
    }

    /** The server's archive of classes in a folder. */
    public static ClassArchive archive(Path folder, Layout layout) {
        var distribution = Distribution.in(zips(layout), Layout.cache()).folder();
        return ClassArchive.in(
                folder, distribution.getFileName().toString(), distribution.resolve(Path.of("lib", "quarkus-run.jar")));
    }

    private static Path zips(Layout layout) {
        return layout.target().resolve("keycloak");
    }

    private void bringRealm(String text) throws IOException {
        var data = home.resolve("data");
        var file = data.resolve("import").resolve(REALM_FILE);
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return;
        }
        Folders.delete(data);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> command(Distribution distribution) {
        return List.of(
                "/bin/sh",
                distribution.script().toString(),
                "start-dev",
                AS_SHIPPED,
                "-Dkc.home.dir=" + home,
                "--import-realm",
                "--hostname=" + url(),
                "--http-host=127.0.0.1",
                "--http-port=" + port);
    }

    private Map<String, String> environment(ClassArchive archive) {
        return Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "JAVA_OPTS",
                        String.join(" ", FRUGAL_JVM, String.join(" ", archive.options()))
                                .strip(),
                "CHUYI_WEB_URL", webUrl,
                "CHUYI_INTEGRATOR_SECRET", INTEGRATOR_SECRET,
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR);
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
