package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.cases.CaseEvent.CaseFact;
import cn.chuyi.assessment.cases.CaseEvent.CaseOpened;
import cn.chuyi.assessment.cases.CaseEvent.EvidenceAttached;
import cn.chuyi.assessment.cases.CaseEvent.FindingConfirmed;
import cn.chuyi.assessment.cases.CaseEvent.FindingWithdrawn;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorDisputed;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorExempted;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorReported;
import cn.chuyi.assessment.cases.CaseEvent.IndicatorVerified;
import cn.chuyi.assessment.cases.CaseEvent.Move;
import cn.chuyi.assessment.cases.CaseEvent.StepTaken;
import cn.chuyi.kit.event.EventCodec;
import cn.chuyi.kit.event.JsonEventCodec;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Wire names of a case: its facts by record, its steps by the names in the procedure. */
final class CaseCodec implements EventCodec<CaseEvent> {
    private static final String PREFIX = "chuyi.assessment.";
    private static final String VERSION = ".v1";

    private final JsonEventCodec<CaseFact> facts = JsonEventCodec.of(CaseFact.class, PREFIX)
            .add("case-opened.v1", CaseOpened.class)
            .add("indicator-reported.v1", IndicatorReported.class)
            .add("indicator-disputed.v1", IndicatorDisputed.class)
            .add("indicator-verified.v1", IndicatorVerified.class)
            .add("indicator-exempted.v1", IndicatorExempted.class)
            .add("evidence-attached.v1", EvidenceAttached.class)
            .add("finding-confirmed.v1", FindingConfirmed.class)
            .add("finding-withdrawn.v1", FindingWithdrawn.class)
            .build();
    private final JsonEventCodec<Move> moves;

    /**
     * Knows steps by their facts.
     *
     * @param steps as in the procedure
     */
    CaseCodec(Collection<String> steps) {
        var builder = JsonEventCodec.of(Move.class, PREFIX);
        steps.forEach(fact -> builder.add(fact + VERSION, Move.class));
        this.moves = builder.build();
    }

    /** Every type that this codec writes. */
    Set<String> types() {
        var types = new TreeSet<>(facts.types().keySet());
        types.addAll(moves.types().keySet());
        return types;
    }

    @Override
    public String type(CaseEvent event) {
        return switch (event) {
            case StepTaken step -> PREFIX + step.fact() + VERSION;
            case CaseFact fact -> facts.type(fact);
        };
    }

    @Override
    public String encode(CaseEvent event) {
        return switch (event) {
            case StepTaken step -> moves.encode(step.move());
            case CaseFact fact -> facts.encode(fact);
        };
    }

    @Override
    public boolean knows(String type) {
        return facts.knows(type) || moves.knows(type);
    }

    @Override
    public CaseEvent decode(String type, String json) {
        if (!moves.knows(type)) {
            return facts.decode(type, json);
        }
        String fact = type.substring(PREFIX.length(), type.length() - VERSION.length());
        return new StepTaken(fact, moves.decode(type, json));
    }
}
