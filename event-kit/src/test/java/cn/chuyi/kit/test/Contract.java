package cn.chuyi.kit.test;

import cn.chuyi.kit.event.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files by which a service promises its facts: for each type a schema and examples.
 *
 * @param folder relative to the module under test
 */
public record Contract(Path folder) {

    /** What another service promises. */
    public static Contract of(String service) {
        return new Contract(Path.of("..", service, "contract"));
    }

    /** What this service promises. */
    static Contract own() {
        return new Contract(Path.of("contract"));
    }

    /**
     * One payload.
     *
     * @param file where it stands, for people
     */
    public record Example(Path file, String json) {
        JsonNode tree() {
            return Contract.tree(json);
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /** All examples of a type, by name; none when it has no folder. */
    public List<Example> examples(String type) {
        var examples = folder.resolve("examples").resolve(type);
        return Files.isDirectory(examples)
                ? list(examples).stream()
                        .map(file -> new Example(file, read(file)))
                        .toList()
                : List.of();
    }

    Path schemaFile(String type) {
        return folder.resolve("schemas").resolve(type + ".schema.json");
    }

    String schema(String type) {
        return read(schemaFile(type));
    }

    List<String> types() {
        return list(folder.resolve("schemas")).stream()
                .map(file -> file.getFileName().toString().replace(".schema.json", ""))
                .toList();
    }

    static JsonNode tree(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
