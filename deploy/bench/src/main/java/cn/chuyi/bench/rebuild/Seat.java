package cn.chuyi.bench.rebuild;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/**
 * A contender in a JVM of its own. A line on standard input starts a round; the answer is a line with wall and CPU
 * nanoseconds and the number of events.
 */
public final class Seat {
    static final String DONE = "DONE";

    private Seat() {}

    /** Arguments: the contender, the broker's address, the database's address. */
    public static void main(String[] arguments) throws IOException {
        var place = new Servers.Address(arguments[1], arguments[2]);
        var contender = contender(arguments[0], place);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            long cpu = cpu();
            long begin = System.nanoTime();
            long events = contender.round();
            System.out.println(DONE + " " + (System.nanoTime() - begin) + " " + (cpu() - cpu) + " " + events);
        }
        System.exit(0);
    }

    private static Contender contender(String name, Servers.Address place) {
        return switch (name) {
            case "bare" -> new Loop(place, Loop.Decoding.NONE);
            case "decode" -> new Loop(place, Loop.Decoding.LIVE);
            case "quick" -> new Loop(place, Loop.Decoding.QUICK);
            case "rebuild" -> new RealRebuild(place);
            case "streams-memory" -> new StreamsFold(place, false);
            case "streams-rocksdb" -> new StreamsFold(place, true);
            case "single" -> new OneByOne(place);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
