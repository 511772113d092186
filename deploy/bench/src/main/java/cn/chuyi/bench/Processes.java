package cn.chuyi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the kernel knows of processes. */
public final class Processes {
    private static final double TICKS = 100;
    private static final int USER_TIME = 11;

    private Processes() {}

    /** CPU seconds of a process and of its children, those that have ended too. */
    public static double cpu(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(one -> ticks(one.pid(), one.pid() == process.pid()) / TICKS)
                .sum();
    }

    /** Largest resident memory so far, MiB. */
    public static double peak(ProcessHandle process) {
        return lines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double ticks(long pid, boolean withEnded) {
        var stat = lines(Path.of("/proc", Long.toString(pid), "stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        var fields =
                stat.getFirst().substring(stat.getFirst().lastIndexOf(')') + 2).split(" ");
        double sum = 0;
        for (int i = USER_TIME; i < USER_TIME + (withEnded ? 4 : 2); i++) {
            sum += Double.parseDouble(fields[i]);
        }
        return sum;
    }

    /** Nothing for a process that is gone. */
    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
