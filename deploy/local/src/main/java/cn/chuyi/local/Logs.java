package cn.chuyi.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Log files of the children. */
public final class Logs {

    private static final int LINES = 20;

    private Logs() {}

    /** The last lines of a log, or nothing when there is no log. */
    public static String tail(Path log) {
        if (!Files.exists(log)) {
            return "";
        }
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }
}
