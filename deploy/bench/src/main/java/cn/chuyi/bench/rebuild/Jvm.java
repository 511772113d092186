package cn.chuyi.bench.rebuild;

import cn.chuyi.local.Compiler;
import java.util.ArrayList;
import java.util.List;

/**
 * A contender's JVM.
 *
 * @param contender who is in it
 * @param heap at most, for example {@code 256m}
 * @param compiler as servers have it
 * @param collector the JVM's option for it
 */
record Jvm(String contender, String heap, Compiler compiler, String collector) {
    private static final String SERIAL = "-XX:+UseSerialGC";
    private static final String PARALLEL = "-XX:+UseParallelGC";

    /** The smallest that does for thousands of units. */
    static final String SMALL = "256m";

    /** As a service that runs for long, since in one of them a rebuild runs. */
    static Jvm ofService(String contender) {
        return new Jvm(contender, SMALL, Compiler.OPTIMISING, SERIAL);
    }

    /** As a service of a suite that was started to be tried. */
    static Jvm soonQuick(String contender) {
        return new Jvm(contender, SMALL, Compiler.QUICK, SERIAL);
    }

    /** With what gets most done. */
    static Jvm favoured(String contender, String heap) {
        return new Jvm(contender, heap, Compiler.OPTIMISING, PARALLEL);
    }

    List<String> options() {
        var options = new ArrayList<>(List.of("-Xmx" + heap, collector));
        options.addAll(compiler.options());
        return options;
    }
}
