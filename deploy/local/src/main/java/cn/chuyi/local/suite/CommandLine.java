package cn.chuyi.local.suite;

import java.util.List;
import java.util.Set;

/** What a person asked for. */
sealed interface CommandLine {

    String USAGE = """
            up [--fresh] [--no-demo] [--infra]   start everything; --fresh forgets all data first, --no-demo loads no
                                                 demo year, --infra starts PostgreSQL, Kafka and Keycloak only
            down                                 stop what runs
            status                               say what runs
            train                                start everything once to make caches for quicker starts""";

    /**
     * @param fresh whether all data are deleted first
     * @param demo whether the demo year is loaded if it is not there
     * @param applications whether the three services are started
     */
    record Up(boolean fresh, boolean demo, boolean applications) implements CommandLine {}

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

    static CommandLine parse(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new CannotStartException(USAGE);
        }
        var options = Set.copyOf(arguments.subList(1, arguments.size()));
        var verb = arguments.getFirst();
        if (verb.equals("up") && Set.of("--fresh", "--no-demo", "--infra").containsAll(options)) {
            return new Up(options.contains("--fresh"), !options.contains("--no-demo"), !options.contains("--infra"));
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
