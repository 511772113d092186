package cn.chuyi.local.suite;

import cn.chuyi.local.Logs;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Asks over HTTP whether somebody is ready. */
final class Readiness {

    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration PER_QUESTION = Duration.ofSeconds(3);
    private static final Duration PER_CONNECTION = Duration.ofSeconds(1);

    private Readiness() {}

    /** Asked some hundred times a start, in vain: the plain client costs a tenth of the newer one. */
    static boolean isReady(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout((int) PER_CONNECTION.toMillis());
            connection.setReadTimeout((int) PER_QUESTION.toMillis());
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
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
