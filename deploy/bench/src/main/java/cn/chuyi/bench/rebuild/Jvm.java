package cn.chuyi.bench.rebuild;

import java.util.List;

/**
 * A contender's JVM, with the optimising compiler.
 *
 * @param contender who is in it
 * @param heap at most, for example {@code 256m}
 * @param collector the JVM's option for it
 */
record Jvm(String contender, String heap, String collector) {

    /** With the collector of the services, since in one of them a rebuild runs. */
    static Jvm ofService(String contender, String heap) {
        return new Jvm(contender, heap, "-XX:+UseSerialGC");
    }

    /** With the collector that gets most done. */
    static Jvm favoured(String contender, String heap) {
        return new Jvm(contender, heap, "-XX:+UseParallelGC");
    }

    List<String> options() {
        return List.of("-Xmx" + heap, collector);
    }
}
