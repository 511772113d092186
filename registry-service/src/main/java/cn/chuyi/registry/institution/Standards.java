package cn.chuyi.registry.institution;

import cn.chuyi.kit.event.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Loads the condition standards that ship with the service. */
class Standards {
    static final String FILE = "/condition-standards.json";

    @Produces
    @Singleton
    static ConditionStandards load() {
        try (var file = Objects.requireNonNull(Standards.class.getResourceAsStream(FILE), FILE)) {
            var sets = Json.mapper().readValue(file, new TypeReference<List<ConditionStandards.StandardSet>>() {});
            return new ConditionStandards(sets);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
