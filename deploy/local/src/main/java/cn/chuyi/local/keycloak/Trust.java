package cn.chuyi.local.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** Whom Keycloak trusts when it calls others. By default these are the world's authorities, and it verifies each at its start. */
final class Trust {

    /** The JVM's usual one, which Keycloak takes for granted. */
    private static final char[] PASSWORD = "changeit".toCharArray();

    private Trust() {}

    /** For one that calls nobody. */
    static void inNobody(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try (var out = Files.newOutputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.store(out, PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IOException("this JVM cannot write PKCS12", e);
        }
    }
}
