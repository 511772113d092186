package cn.chuyi.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.local.Folders;
import cn.chuyi.local.Layout;
import cn.chuyi.local.Ports;
import cn.chuyi.local.StartCache;
import cn.chuyi.local.Stopping;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A trained suite calls Keycloak in a way of our own: with another version its jars or its main class may differ. */
class KeycloakOnClassPathIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Not one of the test library's, which would warn of the links into the distribution. */
    private final Path folder = Folders.temporary(Layout.here(), "keycloak");

    @AfterEach
    void tidy() {
        Folders.delete(folder);
    }

    @Test
    void it_has_the_realm_and_gives_tokens_as_with_its_own_script() throws Exception {
        var keycloak = new LocalKeycloak(
                folder.resolve("keycloak"), folder.resolve("keycloak.log"), Ports.free(), "http://localhost");
        var noCache = new StartCache(folder.resolve("none.aot"), folder.resolve("none.jar"));

        var process = keycloak.start(Layout.here(), KeycloakJvm.usingCache(noCache));
        try (var client = HttpClient.newHttpClient()) {
            awaitReady(client, keycloak, process);

            var answer = client.send(logIn(keycloak), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("access_token");
        } finally {
            Stopping.gently(process);
        }
    }

    private static HttpRequest logIn(LocalKeycloak keycloak) {
        return HttpRequest.newBuilder(URI.create(keycloak.tokenEndpoint()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=chuyi-cli&username=office&password=" + DemoUser.PASSWORD))
                .build();
    }

    private static void awaitReady(HttpClient client, LocalKeycloak keycloak, Process process) throws Exception {
        var question = HttpRequest.newBuilder(URI.create(keycloak.readiness())).build();
        var deadline = Instant.now().plus(PATIENCE);
        while (!isReady(client, question)) {
            assertThat(process.isAlive() && Instant.now().isBefore(deadline))
                    .as(Files.readString(keycloak.log()))
                    .isTrue();
            Thread.sleep(100);
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
