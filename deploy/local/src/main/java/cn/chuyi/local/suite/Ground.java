package cn.chuyi.local.suite;

import cn.chuyi.local.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold before anything is started; each broken condition is one sentence. */
final class Ground {

    static final long ENOUGH_BYTES = 1L << 30;

    private Ground() {}

    static void check(Settings settings) {
        var complaints = new ArrayList<>(settings.ports().complaints(Ports::isFree));
        room(settings.run(), usable(settings.run())).ifPresent(complaints::add);
        if (settings.applications()) {
            complaints.addAll(unbuilt(settings));
        }
        if (!complaints.isEmpty()) {
            throw new CannotStartException(String.join("\n", complaints));
        }
    }

    static Optional<String> room(Path run, long usableBytes) {
        return usableBytes >= ENOUGH_BYTES
                ? Optional.empty()
                : Optional.of("Only " + (usableBytes >> 20) + " MiB are free on the disk of " + run
                        + "; the suite needs " + (ENOUGH_BYTES >> 20) + " MiB: make room, then start again.");
    }

    private static long usable(Path run) {
        try {
            return Files.getFileStore(Files.createDirectories(run)).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + run, e);
        }
    }

    private static List<String> unbuilt(Settings settings) {
        return Stream.of(Application.values())
                .filter(application -> !Files.exists(
                        settings.layout().application(application.folder()).resolve(RunningApplication.JAR)))
                .map(application -> application.folder() + " is not built: start the suite with deploy/suite up.")
                .toList();
    }
}
