package cn.chuyi.local.suite;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Tells a person how far things are, with the seconds since the beginning. */
final class Progress {

    private final PrintStream out;
    private final InstantSource clock;
    private final Instant start;

    Progress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.start = clock.instant();
    }

    void say(String sentence) {
        var seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "[%6.1f s] %s", seconds, sentence));
    }
}
