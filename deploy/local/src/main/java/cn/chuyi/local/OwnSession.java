package cn.chuyi.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keeps the terminal's Ctrl-C away from children: they are stopped in order, not all at once. */
final class OwnSession {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private OwnSession() {}

    /** What to put before a command; nothing where the system has no {@code setsid}. */
    static List<String> prefix() {
        return Files.isExecutable(SETSID) ? List.of(SETSID.toString()) : List.of();
    }
}
