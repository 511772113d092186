package cn.chuyi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    Path folder;

    @Test
    void an_archive_is_used_until_the_jar_is_built_again() throws Exception {
        var archive = ClassArchive.in(folder, "server", touched("server.jar", 1000));
        assertThat(archive.isMissing()).isTrue();
        assertThat(archive.options()).contains("-XX:ArchiveClassesAtExit=" + archive.file() + ".unfinished");

        touched(archive.file().getFileName().toString(), 2000);
        assertThat(archive.isMissing()).isFalse();
        assertThat(archive.options()).contains("-XX:SharedArchiveFile=" + archive.file());

        touched("server.jar", 3000);
        assertThat(archive.isMissing()).isTrue();
    }

    @Test
    void a_server_that_is_no_jar_has_none() {
        assertThat(ClassArchive.in(folder, "server", folder.resolve("classes")).options())
                .isEmpty();
        assertThat(ClassArchive.NONE.isMissing()).isFalse();
    }

    @Test
    void a_path_with_blanks_that_a_start_script_would_tear_apart_has_none() throws Exception {
        var archive = ClassArchive.in(folder.resolve("my files"), "server", touched("server.jar", 1000));
        assertThat(archive.options()).isEmpty();
    }

    @Test
    void a_server_that_ends_writes_down_what_it_has_loaded_and_the_next_one_uses_it() throws Exception {
        var archive = ClassArchive.in(folder.resolve("archives"), "sleeper", jar());
        archive.prepare();
        var server = sleeper(archive);
        assertThat(server.inputReader().readLine()).isEqualTo(Sleeper.AWAKE);
        assertThat(Stopping.gently(server.toHandle(), Duration.ofSeconds(60))).isTrue();
        assertThat(archive.isMissing()).isTrue();

        archive.keep();

        assertThat(archive.isMissing()).isFalse();
        var next = sleeper(archive, "-Xshare:on", "-Xlog:class+load");
        var lines = next.inputReader()
                .lines()
                .takeWhile(line -> !line.equals(Sleeper.AWAKE))
                .toList();
        next.destroyForcibly();
        assertThat(lines)
                .anyMatch(line -> line.contains(Sleeper.class.getName()) && line.contains("shared objects file (top)"));
    }

    @Test
    void a_server_that_was_killed_leaves_none() throws Exception {
        var archive = ClassArchive.in(folder.resolve("archives"), "sleeper", jar());
        archive.prepare();
        var server = sleeper(archive);
        server.inputReader().readLine();
        server.destroyForcibly().waitFor();
        archive.keep();
        assertThat(archive.isMissing()).isTrue();
    }

    /** A server that says that it runs. */
    static final class Sleeper {
        static final String AWAKE = "awake";

        private Sleeper() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(AWAKE);
            Thread.sleep(60_000);
        }
    }

    private static Process sleeper(ClassArchive archive, String... more) throws Exception {
        var command = new ArrayList<>(List.of(Launch.java()));
        command.addAll(archive.options());
        command.addAll(List.of(more));
        command.addAll(List.of("-cp", archive.jar().toString(), Sleeper.class.getName()));
        return new ProcessBuilder(command).start();
    }

    private Path jar() throws Exception {
        var file = folder.resolve("sleeper.jar");
        var name = Sleeper.class.getName().replace('.', '/') + ".class";
        try (var out = new ZipOutputStream(Files.newOutputStream(file));
                var in = Sleeper.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(in.readAllBytes());
            out.closeEntry();
        }
        return file;
    }

    private Path touched(String name, long millis) throws Exception {
        return Files.setLastModifiedTime(Files.writeString(folder.resolve(name), ""), FileTime.fromMillis(millis));
    }
}
