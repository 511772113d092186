package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.cases.Setting.Background;
import cn.chuyi.assessment.measure.Measure;
import cn.chuyi.assessment.measure.Measures;
import cn.chuyi.kit.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks each thing up once, when it is first asked for, in the transaction of the decision. */
final class Lookups implements Background {
    private static final List<String> FILLING = List.of(
            "chuyi.assessment.indicator-reported.v1",
            "chuyi.assessment.indicator-disputed.v1",
            "chuyi.assessment.self-assessment-submitted.v1");
    private static final List<String> PROPOSING = List.of("chuyi.assessment.result-proposed.v1");

    private final CaseId id;
    private final Measures measures;
    private final Journal journal;

    private @Nullable Map<String, Measure> collected;
    private @Nullable Set<String> fillers;
    private @Nullable Set<String> proposers;

    Lookups(CaseId id, Measures measures, Journal journal) {
        this.id = id;
        this.measures = measures;
        this.journal = journal;
    }

    @Override
    public Map<String, Measure> collected() {
        if (collected == null) {
            collected = measures.of(id.programme(), id.year(), id.unit());
        }
        return collected;
    }

    @Override
    public Set<String> fillers() {
        if (fillers == null) {
            fillers = journal.actors(id.stream(), FILLING);
        }
        return fillers;
    }

    @Override
    public Set<String> proposers() {
        if (proposers == null) {
            proposers = journal.actors(id.stream(), PROPOSING);
        }
        return proposers;
    }
}
