package cn.chuyi.local.demo.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The files in {@code /data} that come with the loader. */
public final class Resource {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Resource() {}

    public static JsonNode json(String name) {
        try {
            return MAPPER.readTree(text(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        try (var stream = Resource.class.getResourceAsStream("/data/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("/data/" + name + " is missing from the build");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
