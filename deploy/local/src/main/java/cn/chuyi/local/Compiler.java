package cn.chuyi.local;

import java.util.List;

/** How a server's JVM compiles what it runs. */
public enum Compiler {

    /** With little work, at once: for a server that is soon stopped again. */
    QUICK("-XX:TieredStopAtLevel=1"),

    /**
     * Twice, the second time with much work, for what runs often: half as much work again in the first minutes, and two
     * thirds of it after them. For a server that runs for days.
     */
    OPTIMISING;

    private final List<String> options;

    Compiler(String... options) {
        this.options = List.of(options);
    }

    /** For the JVM. */
    public List<String> options() {
        return options;
    }
}
