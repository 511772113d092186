package cn.chuyi.assessment.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Keeps the bytes of evidence under their digest, in the database or in a folder. */
@ApplicationScoped
class EvidenceStore {
    private final EvidenceSettings settings;

    EvidenceStore(EvidenceSettings settings) {
        this.settings = settings;
    }

    /** Keeps them; bytes that are kept already stay as they are. */
    @Transactional(TxType.MANDATORY)
    void keep(String sha256, byte[] content) {
        Path folder = settings.directory().orElse(null);
        if (folder != null) {
            write(folder, sha256, content);
        } else if (EvidenceRow.findById(sha256) == null) {
            var row = new EvidenceRow();
            row.sha256 = sha256;
            row.content = content;
            row.persist();
        }
    }

    /** The bytes; absent when they were never kept here. */
    @Transactional(TxType.MANDATORY)
    byte @Nullable [] content(String sha256) {
        Path folder = settings.directory().orElse(null);
        if (folder == null) {
            EvidenceRow row = EvidenceRow.findById(sha256);
            return row == null ? null : row.content;
        }
        try {
            Path file = folder.resolve(sha256);
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read evidence " + sha256, e);
        }
    }

    /** Lowercase hex. */
    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void write(Path folder, String sha256, byte[] content) {
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, sha256, ".part");
            Files.write(fresh, content);
            Files.move(
                    fresh, folder.resolve(sha256), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep evidence " + sha256, e);
        }
    }
}
