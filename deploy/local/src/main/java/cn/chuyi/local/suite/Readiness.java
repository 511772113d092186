package cn.chuyi.local.suite;

import cn.chuyi.local.Logs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** Asks over HTTP whether somebody is ready. */
final class Readiness {

    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration PER_QUESTION = Duration.ofSeconds(3);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private Readiness() {}

    static boolean isReady(String url) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(PER_QUESTION)
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for 200; fails when the process ends before, or after so long. */
    static void await(String name, Process process, String url, Path log, Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!isReady(url)) {
            if (!process.isAlive()) {
                throw new CannotStartException(name + " ended with code " + process.exitValue() + ". The end of " + log
                        + ":\n" + Logs.tail(log));
            }
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new CannotStartException(name + " was not ready after " + atMost.toSeconds() + " s. The end of "
                        + log + ":\n" + Logs.tail(log));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
