package cn.chuyi.local.suite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets services begin behind Keycloak, which takes longest by itself. Linux shares the processor by sessions, and each
 * server has one of its own: without this Keycloak gets a fourth of it, and is ready long after all the others. Where the
 * system does not do so, nothing happens.
 */
final class Yielding {
    private static final Path PROCESSES = Path.of("/proc");
    private static final String BEHIND = "4";
    private static final String ALIKE = "0";

    /** The kernel takes one such change a tenth of a second from who is not root. */
    private static final long PAUSE_MILLIS = 120;

    private static final int ATTEMPTS = 30;

    private final List<ProcessHandle> behind = new ArrayList<>();
    private boolean over;

    /** A service that has begun. */
    void begin(ProcessHandle service) {
        Thread.startVirtualThread(() -> repeat(() -> !service.isAlive() || (isApart(service) && isBehind(service))));
    }

    /** All are alike from now on. */
    void end() {
        over();
        Thread.startVirtualThread(() -> repeat(this::restored));
    }

    private synchronized void over() {
        over = true;
    }

    private synchronized boolean isBehind(ProcessHandle service) {
        if (!over && write(service, BEHIND)) {
            behind.add(service);
        }
        return over || behind.contains(service);
    }

    private synchronized boolean restored() {
        behind.removeIf(service -> !service.isAlive() || write(service, ALIKE));
        return behind.isEmpty();
    }

    /** Not in the session of the launcher any more, which must not fall behind. */
    private static boolean isApart(ProcessHandle service) {
        return !group(service).equals(group(ProcessHandle.current()));
    }

    private static String group(ProcessHandle process) {
        try {
            return Files.readString(file(process)).replaceFirst(" .*", "").strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** By the plain stream: a channel takes the kernel's "try again" for a file that is full, and breaks off. */
    private static boolean write(ProcessHandle process, String nice) {
        try (var out = new FileOutputStream(file(process).toFile())) {
            out.write(nice.getBytes(US_ASCII));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path file(ProcessHandle process) {
        return PROCESSES.resolve(Long.toString(process.pid())).resolve("autogroup");
    }

    /** Now and then until it is done, not for ever. */
    private static void repeat(Attempt attempt) {
        try {
            for (int i = 0; i < ATTEMPTS && !attempt.isDone(); i++) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Attempt {
        boolean isDone();
    }
}
