package cn.chuyi.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The file of an Ed25519 private key (PKCS#8 in PEM) for this machine alone; it outlives runs and fresh starts. */
record SigningKey(Path file) {

    /** The file, made now when it is not there. */
    Path made() {
        synchronized (SigningKey.class) {
            if (!Files.exists(file)) {
                make();
            }
        }
        return file;
    }

    private void make() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var half = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".pem", mine);
            Files.writeString(half, pem());
            Files.move(half, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + file, e);
        }
    }

    private static String pem() {
        try {
            var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
            var text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(key.getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }
}
