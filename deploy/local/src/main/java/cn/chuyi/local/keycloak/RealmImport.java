package cn.chuyi.local.keycloak;

import cn.chuyi.local.Folders;
import cn.chuyi.local.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * The realm in Keycloak's data. It is imported once; another text starts the data over.
 *
 * @param data Keycloak's folder
 */
record RealmImport(Path data) {

    /** Puts the text where Keycloak looks for it. It is not even made again while all it comes from is older. */
    void bring(Layout layout) throws IOException {
        if (isNewerThan(Stream.of(layout.realm(), layout.demoUsers(), layout.jar()))) {
            return;
        }
        var text = LocalRealm.text(layout.realm(), layout.demoUsers(), Division.all());
        if (Files.exists(file()) && Files.readString(file()).equals(text)) {
            Files.setLastModifiedTime(file(), FileTime.from(Instant.now()));
            return;
        }
        Folders.delete(data);
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
    }

    private boolean isNewerThan(Stream<Path> sources) throws IOException {
        if (!Files.exists(file())) {
            return false;
        }
        var made = Files.getLastModifiedTime(file());
        for (var source : sources.toList()) {
            if (!Files.exists(source) || Files.getLastModifiedTime(source).compareTo(made) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether Keycloak was ready with it. */
    boolean isDone() {
        return Files.exists(mark());
    }

    void done() throws IOException {
        Files.writeString(mark(), "Keycloak was ready with the realm in the folder import.\n");
    }

    private Path file() {
        return data.resolve("import").resolve("chuyi-realm.json");
    }

    private Path mark() {
        return data.resolve("realm-imported");
    }
}
