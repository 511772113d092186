package cn.chuyi.registry.programme;

import cn.chuyi.registry.programme.ProgrammeEvent.Stage;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a programme says about projects, for other features.
 *
 * @param tasks the kinds of project that count for each task
 * @param kinds by code
 */
public record Plan(Map<String, Set<String>> tasks, Map<String, Kind> kinds) {

    /** A kind of project; its stages in order. */
    public record Kind(String code, List<Stage> stages, boolean taskBook, boolean funds, boolean members) {}
}
