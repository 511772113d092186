package cn.chuyi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundTest {

    @TempDir
    Path folder;

    @Test
    void a_full_disk_is_one_sentence_with_both_figures() {
        assertThat(Ground.room(Path.of("/somewhere/.run"), 300L << 20))
                .contains("Only 300 MiB are free on the disk of /somewhere/.run; the suite needs 1024 MiB: make room,"
                        + " then start again.");
        assertThat(Ground.room(Path.of("/somewhere/.run"), Ground.ENOUGH_BYTES)).isEmpty();
    }

    @Test
    void half_made_data_are_thrown_away_and_proven_data_are_kept() throws Exception {
        var data = new DataFolder(folder.resolve("kafka"));
        Files.createDirectories(data.folder());
        Files.writeString(data.folder().resolve("half"), "made");

        assertThat(data.prepared()).doesNotExist();

        Files.createDirectories(data.folder());
        Files.writeString(data.folder().resolve("whole"), "made");
        data.proven();
        assertThat(data.prepared().resolve("whole")).exists();
    }
}
