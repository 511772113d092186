package cn.chuyi.kit.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Secrets as files: a variable {@code X_FILE} of the environment, where {@code X} ends in {@code _PASSWORD} or
 * {@code _SECRET}, names the file that holds {@code X}, without its last line break. Ranks just below the environment,
 * so {@code X} itself wins. Other variables that end so belong to other programs.
 */
public final class SecretFiles implements ConfigSource {
    private static final String SUFFIX = "_FILE";
    private static final int BELOW_ENVIRONMENT = 299;

    private final Map<String, Path> files;

    public SecretFiles() {
        this(System.getenv());
    }

    SecretFiles(Map<String, String> environment) {
        this.files = environment.entrySet().stream()
                .filter(entry -> entry.getKey().matches("[A-Z0-9_]+_(PASSWORD|SECRET)" + SUFFIX)
                        && !entry.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().substring(0, entry.getKey().length() - SUFFIX.length()),
                        entry -> Path.of(entry.getValue())));
    }

    @Override
    public Set<String> getPropertyNames() {
        return files.keySet();
    }

    /**
     * The secret; absent when no variable names a file for it.
     *
     * @throws UncheckedIOException when the file named cannot be read: a service must not start without its secret
     */
    @Override
    public @Nullable String getValue(String name) {
        Path file = files.get(name);
        try {
            return file == null ? null : Files.readString(file).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(name + SUFFIX + " names a file that cannot be read: " + file, e);
        }
    }

    @Override
    public String getName() {
        return "files named by *_FILE variables";
    }

    @Override
    public int getOrdinal() {
        return BELOW_ENVIRONMENT;
    }
}
