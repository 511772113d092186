package cn.chuyi.reporting.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.merkle.HashAlgorithm;
import cn.chuyi.kit.signing.SigningKey;
import cn.chuyi.reporting.score.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A board as a ZIP: the package of each of its units, the text of all, and manifest and signature over them. Written
 * one unit at a time, so it never holds more than one of them; manifest and signature come last.
 */
public final class BoardPackage implements AutoCloseable {
    private final ZipOutputStream zip;
    private final HashAlgorithm digest;
    private final StringBuilder text = new StringBuilder();
    private final List<Manifest.Entry> entries = new ArrayList<>();

    public BoardPackage(OutputStream out, HashAlgorithm digest) {
        this.zip = Archive.to(out);
        this.digest = digest;
    }

    /**
     * Adds a unit; in the order of their codes.
     *
     * @param zip its package
     * @param canonical its lines
     */
    public void add(String unit, byte[] zip, String canonical) throws IOException {
        put(Names.UNITS + unit + ".zip", zip);
        text.append(canonical);
    }

    /** @param scope {@code complete} or {@code visible} */
    public void finish(String programme, int year, Level level, @Nullable Instant asOf, String scope, SigningKey key)
            throws IOException {
        put(Names.CANONICAL, text.toString().getBytes(UTF_8));
        put(Names.KEYS, UnitPackage.keys(key.verifier()));
        var manifest = new Manifest(
                Manifest.BOARD,
                programme,
                year,
                level,
                null,
                null,
                asOf,
                scope,
                digest.text(),
                Manifest.SIGNATURE,
                List.copyOf(entries));
        Archive.add(zip, Names.MANIFEST, manifest.json());
        Archive.add(zip, Names.SIGNATURE, UnitPackage.signature(key, manifest));
        zip.finish();
    }

    private void put(String name, byte[] content) throws IOException {
        entries.add(Manifest.Entry.of(digest, name, content));
        Archive.add(zip, name, content);
    }

    /** The units' packages under the board's own key, and their texts as the board's. */
    static void check(Manifest board, Map<String, byte[]> files, Verification verification) {
        requireOnly(files.keySet());
        var text = new StringBuilder();
        for (var file : new TreeMap<>(files).tailMap(Names.UNITS).entrySet()) {
            try {
                var unit = verification.verify(file.getValue());
                var manifest = unit.manifest();
                if (!file.getKey().equals(Names.UNITS + manifest.unit() + ".zip")
                        || !manifest.programme().equals(board.programme())
                        || manifest.year() != board.year()
                        || manifest.level() != board.level()
                        || !Objects.equals(manifest.asOf(), board.asOf())) {
                    throw new FlawException(Flaw.MANIFEST, "it is of another unit, year, level or instant");
                }
                text.append(unit.canonical());
            } catch (FlawException e) {
                throw e.in(file.getKey());
            }
        }
        var said = files.get(Names.CANONICAL);
        if (said == null || !new String(said, UTF_8).contentEquals(text)) {
            throw new FlawException(Flaw.RESULT, Names.CANONICAL + " is not the text of the units");
        }
    }

    private static void requireOnly(Set<String> names) {
        for (var name : names) {
            if (!name.startsWith(Names.UNITS) && !Names.OF_BOARD.contains(name)) {
                throw new FlawException(Flaw.MANIFEST, name + " is no file of a board's package");
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
