package cn.chuyi.reporting.score;

import cn.chuyi.kit.event.Json;
import cn.chuyi.reporting.fact.CatalogueContent;
import cn.chuyi.reporting.score.Standing.Collected;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cases that come with the law of scoring. */
public final class Vectors {
    private static final Path FOLDER = Path.of("src/test/resources/vectors");

    private Vectors() {}

    public record Vector(
            String name,
            CatalogueContent catalogue,
            List<Given> facts,
            List<String> findings,
            Map<String, Object> expected) {

        public Score score() {
            return Score.of(catalogue.catalogue(), standing(), findings);
        }

        public Map<String, Standing> standing() {
            var standing = new HashMap<String, Standing>();
            facts.forEach(given -> standing.put(given.indicator(), given.standing()));
            return standing;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public record Given(
            String indicator,
            @Nullable String notApplicable,
            @Nullable String verified,
            @Nullable String collected,
            @Nullable String reported) {

        Standing standing() {
            return new Standing(notApplicable, verified, collected == null ? null : collected(collected), reported);
        }

        private static Collected collected(String text) {
            return text.equals("NOT_APPLICABLE") ? new Collected.NotApplicable() : new Collected.Value(text);
        }
    }

    public static Stream<Vector> all() {
        try (var files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d\\d-.*\\.json"))
                    .sorted()
                    .map(name -> read(name.replace(".json", "")))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Vector read(String name) {
        return json(name + ".json", new TypeReference<>() {});
    }

    static <T> T json(String file, TypeReference<T> type) {
        try {
            return Json.mapper().readValue(text(file), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
