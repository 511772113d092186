package cn.chuyi.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.local.Layout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A realm that is imported too often costs a start; one that is not imported costs every log-in. */
class RealmImportTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Layout layout;
    private RealmImport realm;

    @BeforeEach
    void tree() throws Exception {
        layout = new Layout(folder);
        copy(Layout.here().realm(), layout.realm());
        copy(Layout.here().demoUsers(), layout.demoUsers());
        Files.createDirectories(layout.jar().getParent());
        Files.writeString(layout.jar(), "");
        Files.setLastModifiedTime(layout.jar(), FileTime.from(LONG_AGO));
        realm = new RealmImport(folder.resolve("data"));
        realm.bring(layout);
        realm.done();
    }

    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
        Files.setLastModifiedTime(to, FileTime.from(LONG_AGO));
    }

    private Path file() {
        return realm.data().resolve("import").resolve("chuyi-realm.json");
    }

    private static void touch(Path file) throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
    }

    @Test
    void what_is_older_than_the_import_is_not_even_read() throws Exception {
        Files.writeString(layout.realm(), "no realm");
        Files.setLastModifiedTime(layout.realm(), FileTime.from(LONG_AGO));

        realm.bring(layout);

        assertThat(realm.isDone()).isTrue();
    }

    @Test
    void a_build_that_changes_nothing_keeps_the_data() throws Exception {
        touch(layout.jar());

        realm.bring(layout);

        assertThat(realm.isDone()).isTrue();
    }

    @Test
    void another_text_starts_the_data_over_and_is_imported() throws Exception {
        Files.writeString(
                layout.realm(), Files.readString(layout.realm()).replace("\"chuyi-cli\"", "\"another-client\""));
        touch(layout.realm());
        Files.writeString(realm.data().resolve("database"), "users");

        realm.bring(layout);

        assertThat(realm.isDone()).isFalse();
        assertThat(realm.data().resolve("database")).doesNotExist();
        assertThat(file()).content().contains("another-client");
    }
}
