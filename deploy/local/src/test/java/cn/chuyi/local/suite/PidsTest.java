package cn.chuyi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file decides which processes are killed, so it must never point at a stranger. */
class PidsTest {

    @TempDir
    Path folder;

    private Pids pids;

    @BeforeEach
    void inAnEmptyFolder() {
        pids = new Pids(folder.resolve("run").resolve("pids"));
    }

    @Test
    void a_run_that_left_no_file_left_no_process() {
        assertThat(pids.read()).isEmpty();
        assertThat(pids.alive()).isEmpty();
    }

    @Test
    void a_process_that_was_added_is_found_again() {
        pids.add("kafka", ProcessHandle.current());

        assertThat(pids.alive()).extracting(Pids.Entry::name).containsExactly("kafka");
        assertThat(pids.alive().getFirst().process()).contains(ProcessHandle.current());
    }

    @Test
    void another_process_with_the_number_of_an_old_one_is_not_taken_for_it() throws Exception {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(pids.file(), "kafka " + ProcessHandle.current().pid() + " 1000\n");

        assertThat(pids.read()).hasSize(1);
        assertThat(pids.alive()).isEmpty();
    }

    @Test
    void a_line_cut_short_is_left_out() throws Exception {
        pids.add("kafka", ProcessHandle.current());
        Files.writeString(pids.file(), Files.readString(pids.file()) + "keycloak 12");

        assertThat(pids.read()).extracting(Pids.Entry::name).containsExactly("kafka");
    }

    @Test
    void a_process_that_ended_is_not_alive() throws Exception {
        var process = new ProcessBuilder("sleep", "60").start();
        pids.add("kafka", process.toHandle());
        process.destroyForcibly().waitFor();

        assertThat(pids.alive()).isEmpty();
        pids.clear();
        assertThat(pids.read()).isEmpty();
    }
}
