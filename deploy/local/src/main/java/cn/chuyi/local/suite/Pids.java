package cn.chuyi.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The file that remembers which processes a run started, for the run that comes after a crash. A process counts as the
 * remembered one only if its start time is the remembered one too, since process numbers are used again.
 *
 * @param file one line a process: name, number, start in milliseconds since 1970
 */
record Pids(Path file) {

    private static final long START_TOLERANCE_MILLIS = 2000;

    /**
     * A process that was started.
     *
     * @param name who it is: {@code launcher}, {@code postgres}, {@code kafka}, {@code keycloak} or a service's folder
     * @param startedAt milliseconds since 1970, as the system tells it
     */
    record Entry(String name, long pid, long startedAt) {

        static Entry of(String name, ProcessHandle process) {
            return new Entry(name, process.pid(), startOf(process));
        }

        private static long startOf(ProcessHandle process) {
            return process.info()
                    .startInstant()
                    .map(instant -> instant.toEpochMilli())
                    .orElse(0L);
        }

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> Math.abs(startOf(process) - startedAt) <= START_TOLERANCE_MILLIS);
        }

        private String line() {
            return name + " " + pid + " " + startedAt;
        }

        private static Optional<Entry> parse(String line) {
            var fields = line.strip().split(" ");
            return line.matches("\\S+ \\d{1,18} \\d{1,18}")
                    ? Optional.of(new Entry(fields[0], Long.parseLong(fields[1]), Long.parseLong(fields[2])))
                    : Optional.empty();
        }
    }

    /** All that were started, also those that have ended. A line cut short by a crash is left out. */
    List<Entry> read() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(Entry::parse)
                            .flatMap(Optional::stream)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Those that still run. */
    List<Entry> alive() {
        return read().stream().filter(entry -> entry.process().isPresent()).toList();
    }

    synchronized void add(String name, ProcessHandle process) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, Entry.of(name, process).line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
