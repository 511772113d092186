package cn.chuyi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.bench.Benchmark.Findings;
import cn.chuyi.local.Compiler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {

    @Test
    void one_that_breaks_off_says_so_and_does_not_keep_the_next_from_its_figures(@TempDir Path folder)
            throws Exception {
        var benchmarks = new LinkedHashMap<String, Benchmark>();
        benchmarks.put("first", _ -> {
            throw new IllegalStateException("no broker | at all\nand more");
        });
        benchmarks.put("second", _ -> new Findings(List.of(Figure.atMost("size", 1, "", 2, "-")), List.of("- detail")));
        var table = folder.resolve("bench.md");
        try (var opened = new Opened()) {
            var figures = Bench.run(benchmarks, new Run(folder, true, Compiler.QUICK, opened), table);

            assertThat(figures).extracting(Figure::reached).containsExactly(false, true);
            assertThat(Files.readString(table))
                    .contains(
                            "| first | none | a figure | MISSED | it broke off: "
                                    + "java.lang.IllegalStateException: no broker / at all |\n| size | 1.00 | <= 2.00 | reached")
                    .contains("- detail")
                    .containsPattern("- elapsed: first \\d+ s, second \\d+ s; in all \\d+ s");
        }
    }
}
