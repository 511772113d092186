package cn.chuyi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.local.Layout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script is the only place that can tell about an old JDK: with one, no class of the suite loads. */
class SuiteScriptTest {

    @TempDir
    Path folder;

    /** What the script said and how it ended. */
    private record Answer(String said, int code) {}

    @Test
    void a_jdk_that_is_too_old_is_refused_in_one_sentence() throws Exception {
        var old = jdk("17.0.15");

        assertThat(run(Map.of("SUITE_JAVA_HOME", old.toString()), "status"))
                .isEqualTo(new Answer("SUITE_JAVA_HOME=" + old + " is not a JDK 25 or newer.\n", 1));
    }

    @Test
    void an_unknown_word_is_answered_with_the_usage() throws Exception {
        var answer = run(Map.of(), "upp");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.said()).contains("deploy/suite up", "deploy/suite test");
    }

    private Path jdk(String version) throws IOException {
        var bin = Files.createDirectories(folder.resolve("jdk").resolve("bin"));
        Files.createFile(bin.resolve("javac")).toFile().setExecutable(true);
        Files.writeString(folder.resolve("jdk").resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return folder.resolve("jdk");
    }

    private static Answer run(Map<String, String> environment, String word) throws Exception {
        var script = Layout.here().root().resolve(Path.of("deploy", "suite")).toString();
        var builder = new ProcessBuilder(List.of("/bin/sh", script, word)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(said, process.waitFor());
    }
}
