package cn.chuyi.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * CPU seconds so far, by process.
 *
 * @param seconds in the order in which they are told
 */
public record Usage(Map<String, Double> seconds) {
    private static final double NANOS = 1e9;

    /** Those of some processes with their children, and of this one without. */
    public static Usage now(Map<String, ProcessHandle> processes) {
        var seconds = new LinkedHashMap<String, Double>();
        processes.forEach((name, process) -> seconds.put(name, Processes.cpu(process)));
        var here = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        seconds.put("bench", here.getProcessCpuTime() / NANOS);
        return new Usage(seconds);
    }

    public Usage since(Usage before) {
        var spent = new LinkedHashMap<String, Double>();
        seconds.forEach((name, value) -> spent.put(name, value - before.seconds.getOrDefault(name, 0.0)));
        return new Usage(spent);
    }

    public Usage and(Usage other) {
        var sum = new LinkedHashMap<>(seconds);
        other.seconds.forEach((name, value) -> sum.merge(name, value, Double::sum));
        return new Usage(sum);
    }

    /** For a line of details. */
    public String text() {
        return seconds.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s %.1f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
