package cn.chuyi.local.suite;

import cn.chuyi.local.Ports;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Which port each listener takes.
 *
 * @param ports one for every {@link Listener}, 1 to 65535, no two alike
 */
record PortPlan(Map<Listener, Integer> ports) {

    PortPlan {
        ports = Map.copyOf(ports);
        if (ports.size() != Listener.values().length || new HashSet<>(ports.values()).size() != ports.size()) {
            throw new CannotStartException("Two parts of the suite were given the same port: " + new EnumMap<>(ports));
        }
    }

    /** The usual ports, where the environment does not name others. */
    static PortPlan of(Map<String, String> environment) {
        var ports = new EnumMap<Listener, Integer>(Listener.class);
        for (var listener : Listener.values()) {
            var named = environment.get(listener.variable());
            ports.put(listener, named == null ? listener.usual() : port(listener, named));
        }
        return new PortPlan(ports);
    }

    private static int port(Listener listener, String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        throw new CannotStartException(listener.variable() + " must be a port from 1 to 65535, and is '" + text + "'.");
    }

    /** Ports that were free a moment ago; for tests beside a running suite. */
    static PortPlan free() {
        var ports = new EnumMap<Listener, Integer>(Listener.class);
        for (var listener : Listener.values()) {
            ports.put(
                    listener,
                    Stream.generate(Ports::free)
                            .filter(port -> !ports.containsValue(port))
                            .findFirst()
                            .orElseThrow());
        }
        return new PortPlan(ports);
    }

    int of(Listener listener) {
        return Objects.requireNonNull(ports.get(listener));
    }

    /** One sentence for each port of the plan that somebody else holds. */
    List<String> complaints(IntPredicate isFree) {
        return Stream.of(Listener.values())
                .filter(listener -> !isFree.test(of(listener)))
                .map(listener -> "Port " + of(listener) + ", which " + listener.owner()
                        + " needs, is taken by another program: stop that, or set " + listener.variable()
                        + " to a free port.")
                .toList();
    }
}
