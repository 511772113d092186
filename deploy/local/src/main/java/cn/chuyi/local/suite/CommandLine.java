package cn.chuyi.local.suite;

import cn.chuyi.local.Compiler;
import java.util.List;
import java.util.Set;

/** What a person asked for. */
sealed interface CommandLine {

    String USAGE = """
            up [--fresh] [--no-demo] [--infra] [--long-run]
                     start everything; --fresh forgets all data first, --no-demo loads no demo year, --infra starts
                     PostgreSQL, Kafka and Keycloak only, --long-run compiles as on a server that runs for days
            down     stop what runs
            status   say what runs
            train    start everything once to make caches for quicker starts""";

    /**
     * @param fresh whether all data are deleted first
     * @param demo whether the demo year is loaded if it is not there
     * @param applications whether the three services are started
     * @param longRun whether they are to be quick in the end rather than soon
     */
    record Up(boolean fresh, boolean demo, boolean applications, boolean longRun) implements CommandLine {}

    record Down() implements CommandLine {}

    record Status() implements CommandLine {}

    record Train() implements CommandLine {}

    /** How much of the suite is meant. */
    default Extent extent() {
        return switch (this) {
            case Up up -> up.applications() ? Extent.EVERYTHING : Extent.SERVERS;
            case Train _ -> Extent.TRAINING;
            case Down _, Status _ -> Extent.EVERYTHING;
        };
    }

    default Compiler compiler() {
        return this instanceof Up up && up.longRun() ? Compiler.OPTIMISING : Compiler.QUICK;
    }

    static CommandLine parse(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new CannotStartException(USAGE);
        }
        var options = Set.copyOf(arguments.subList(1, arguments.size()));
        var verb = arguments.getFirst();
        if (verb.equals("up")
                && Set.of("--fresh", "--no-demo", "--infra", "--long-run").containsAll(options)) {
            return new Up(
                    options.contains("--fresh"),
                    !options.contains("--no-demo"),
                    !options.contains("--infra"),
                    options.contains("--long-run"));
        }
        if (verb.equals("down") && options.isEmpty()) {
            return new Down();
        }
        if (verb.equals("status") && options.isEmpty()) {
            return new Status();
        }
        if (verb.equals("train") && options.isEmpty()) {
            return new Train();
        }
        throw new CannotStartException("Not understood: " + String.join(" ", arguments) + "\n" + USAGE);
    }
}
