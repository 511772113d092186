package cn.chuyi.local.demo.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far each stream was written, for {@code ?after=}: a read then waits until it has come through. */
public final class Positions {

    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    /** @param position {@code stream@version}; empty when nothing was written */
    void note(String position) {
        int at = position.lastIndexOf('@');
        if (at > 0) {
            versions.merge(position.substring(0, at), Long.valueOf(position.substring(at + 1)), Math::max);
        }
    }

    public List<String> tokens() {
        return versions.entrySet().stream()
                .map(entry -> entry.getKey() + "@" + entry.getValue())
                .sorted()
                .toList();
    }
}
