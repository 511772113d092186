package cn.chuyi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {

    @TempDir
    Path folder;

    @Test
    void unpacked_servers_are_kept_where_the_user_keeps_caches() {
        assertThat(Layout.cache(folder + "/x", "/home/nobody")).isEqualTo(folder.resolve("x/chuyi-supervision"));
        assertThat(Layout.cache(null, folder.toString())).isEqualTo(folder.resolve(".cache/chuyi-supervision"));
        assertThat(Layout.cache("", folder.toString())).isEqualTo(folder.resolve(".cache/chuyi-supervision"));
    }

    @Test
    void a_run_folder_without_a_name_is_that_of_the_tree_and_not_the_one_that_one_stands_in() {
        var layout = new Layout(folder);
        assertThat(layout.run(null)).isEqualTo(folder.resolve(".run"));
        assertThat(layout.run("")).isEqualTo(folder.resolve(".run"));
        assertThat(layout.run("elsewhere")).isEqualTo(Path.of("elsewhere"));
    }

    @Test
    void deleting_a_folder_does_not_follow_links_out_of_it() throws Exception {
        var outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("kept"), "kept");
        var inside = Files.createDirectories(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("link"), outside);

        Folders.delete(inside);

        assertThat(inside).doesNotExist();
        assertThat(outside.resolve("kept")).exists();
    }
}
