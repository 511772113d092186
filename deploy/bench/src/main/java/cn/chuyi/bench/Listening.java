package cn.chuyi.bench;

import cn.chuyi.local.Ports;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Where a suite listens: on ports that were free, so that it disturbs no other.
 *
 * @param ports by the name of who listens
 */
public record Listening(Map<String, Integer> ports) {
    private static final List<String> WHO =
            List.of("registry", "assessment", "reporting", "keycloak", "postgres", "kafka", "kafka_controller");

    public static Listening free() {
        var ports = new HashMap<String, Integer>();
        WHO.forEach(listener -> ports.put(listener, Ports.free()));
        return new Listening(Map.copyOf(ports));
    }

    public int port(String listener) {
        return Objects.requireNonNull(ports.get(listener));
    }

    /** For {@code deploy/suite}. */
    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        ports.forEach((listener, port) ->
                environment.put("SUITE_" + listener.toUpperCase(Locale.ROOT) + "_PORT", Integer.toString(port)));
        return environment;
    }
}
