package cn.chuyi.bench.rebuild;

import java.util.ArrayList;
import java.util.List;

/**
 * A contender's JVM: with the compiler and the collector of the services, since in one of them a rebuild runs; those that
 * are favoured have the others.
 *
 * @param contender who is in it
 * @param heap at most, for example {@code 256m}
 * @param optimising whether it has the optimising compiler and the parallel collector instead
 */
record Jvm(String contender, String heap, boolean optimising) {

    static Jvm ofService(String contender, String heap) {
        return new Jvm(contender, heap, false);
    }

    List<String> options() {
        var options = new ArrayList<>(List.of("-Xmx" + heap));
        options.addAll(
                optimising ? List.of("-XX:+UseParallelGC") : List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        return options;
    }
}
