package cn.chuyi.reporting.proof;

import static java.util.Objects.requireNonNull;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.merkle.HashAlgorithm;
import cn.chuyi.reporting.score.Level;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a package is about and the hash of each of its files; this is what is signed.
 *
 * @param format {@link #UNIT} or {@link #BOARD}
 * @param unit absent for a board
 * @param edition 0 is provisional; absent for a board
 * @param asOf what was recorded later is left out; absent for what stood when the package was made
 * @param scope of a board: {@code complete}, or {@code visible} when it has only what the caller might see
 * @param digest {@code SHA-256} or {@code SM3}
 * @param signature always {@code EdDSA} over Ed25519
 */
public record Manifest(
        String format,
        String programme,
        int year,
        Level level,
        @Nullable String unit,
        @Nullable Integer edition,
        @Nullable Instant asOf,
        @Nullable String scope,
        String digest,
        String signature,
        List<Entry> files) {
    public static final String UNIT = "chuyi-result-package/1";
    public static final String BOARD = "chuyi-board-package/1";
    public static final String SIGNATURE = "EdDSA";

    public Manifest {
        requireNonNull(format, "no format");
        requireNonNull(programme, "no programme");
        requireNonNull(level, "no level");
        requireNonNull(digest, "no digest");
        requireNonNull(signature, "no signature");
        files = List.copyOf(requireNonNull(files, "no files"));
    }

    /** @param hash lowercase hex */
    public record Entry(String name, long size, String hash) {
        public Entry {
            requireNonNull(name, "no name of a file");
            requireNonNull(hash, "no hash of a file");
        }

        static Entry of(HashAlgorithm digest, String name, byte[] content) {
            return new Entry(name, content.length, HexFormat.of().formatHex(digest.digest(content)));
        }
    }

    static List<Entry> entries(HashAlgorithm digest, Map<String, byte[]> files) {
        return files.entrySet().stream()
                .map(file -> Entry.of(digest, file.getKey(), file.getValue()))
                .toList();
    }

    HashAlgorithm algorithm() {
        try {
            return HashAlgorithm.named(digest);
        } catch (IllegalArgumentException _) {
            throw new FlawException(Flaw.MANIFEST, "a digest that is not known here: " + digest);
        }
    }

    byte[] json() {
        try {
            return (Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a manifest", e);
        }
    }
}
