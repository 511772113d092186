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

    /** As a service has it, since in one of them a rebuild runs. */
    static Jvm ofService(String contender, String heap, Compiler compiler) {
        return new Jvm(contender, heap, compiler, SERIAL);
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
