package cn.chuyi.bench;

import java.util.List;

/** Measures one promise or some that belong together. */
public interface Benchmark {

    /**
     * What was found.
     *
     * @param details lines of Markdown that are printed below the table: what each contender took
     */
    record Findings(List<Figure> figures, List<String> details) {}

    Findings measure(Run run) throws Exception;
}
