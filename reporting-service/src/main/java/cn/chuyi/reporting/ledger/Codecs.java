package cn.chuyi.reporting.ledger;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.reporting.fact.AssessmentFact;
import cn.chuyi.reporting.fact.AssessmentFact.CaseOpened;
import cn.chuyi.reporting.fact.AssessmentFact.CatalogueFrozen;
import cn.chuyi.reporting.fact.AssessmentFact.CycleOpened;
import cn.chuyi.reporting.fact.AssessmentFact.EvidenceAttached;
import cn.chuyi.reporting.fact.AssessmentFact.FindingConfirmed;
import cn.chuyi.reporting.fact.AssessmentFact.FindingWithdrawn;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorDisputed;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorExempted;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorReported;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorVerified;
import cn.chuyi.reporting.fact.AssessmentFact.ResultPublished;
import cn.chuyi.reporting.fact.AssessmentFact.ResultRestated;
import cn.chuyi.reporting.fact.AssessmentFact.UnitsListed;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fact.RegistryFact;
import cn.chuyi.reporting.fact.RegistryFact.ConditionSheetFiled;
import cn.chuyi.reporting.fact.RegistryFact.DivisionRecoded;
import cn.chuyi.reporting.fact.RegistryFact.DivisionRegistered;
import cn.chuyi.reporting.fact.RegistryFact.DivisionRenamed;
import cn.chuyi.reporting.fact.RegistryFact.EnrolmentResumed;
import cn.chuyi.reporting.fact.RegistryFact.EnrolmentSuspended;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionAuthorityChanged;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionClosed;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRegistered;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRelocated;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRenamed;
import cn.chuyi.reporting.fact.RegistryFact.ProgrammeAdopted;
import cn.chuyi.reporting.fact.RegistryFact.ProjectAccepted;
import cn.chuyi.reporting.fact.RegistryFact.ProjectDeclared;
import cn.chuyi.reporting.fact.RegistryFact.ProjectFundsPaidIn;
import cn.chuyi.reporting.fact.RegistryFact.ProjectFundsPlanned;
import cn.chuyi.reporting.fact.RegistryFact.ProjectListed;
import cn.chuyi.reporting.fact.RegistryFact.ProjectProgressReported;
import cn.chuyi.reporting.fact.RegistryFact.ProjectRecognised;
import cn.chuyi.reporting.fact.RegistryFact.ProjectStageReached;
import cn.chuyi.reporting.fact.RegistryFact.ProjectTaskBookAgreed;
import cn.chuyi.reporting.fact.RegistryFact.ProjectTerminated;
import cn.chuyi.reporting.fact.RegistryFact.TargetAdopted;
import cn.chuyi.reporting.fact.RegistryFact.TaskAdded;
import cn.chuyi.reporting.fact.RegistryFact.UnifiedArrangementApproved;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HashMap;
import java.util.Map;

/** The producers' wire names of what reporting reads. */
public final class Codecs {

    public static final JsonEventCodec<RegistryFact> REGISTRY = JsonEventCodec.of(RegistryFact.class, "chuyi.registry.")
            .add("programme-adopted.v1", ProgrammeAdopted.class)
            .add("task-added.v1", TaskAdded.class)
            .add("target-adopted.v1", TargetAdopted.class)
            .add("division-registered.v1", DivisionRegistered.class)
            .add("division-renamed.v1", DivisionRenamed.class)
            .add("division-recoded.v1", DivisionRecoded.class)
            .add("unified-arrangement-approved.v1", UnifiedArrangementApproved.class)
            .add("institution-registered.v1", InstitutionRegistered.class)
            .add("institution-renamed.v1", InstitutionRenamed.class)
            .add("institution-relocated.v1", InstitutionRelocated.class)
            .add("institution-authority-changed.v1", InstitutionAuthorityChanged.class)
            .add("enrolment-suspended.v1", EnrolmentSuspended.class)
            .add("enrolment-resumed.v1", EnrolmentResumed.class)
            .add("condition-sheet-filed.v1", ConditionSheetFiled.class)
            .add("institution-closed.v1", InstitutionClosed.class)
            .add("project-declared.v1", ProjectDeclared.class)
            .add("project-listed.v1", ProjectListed.class)
            .add("project-task-book-agreed.v1", ProjectTaskBookAgreed.class)
            .add("project-progress-reported.v1", ProjectProgressReported.class)
            .add("project-stage-reached.v1", ProjectStageReached.class)
            .add("project-funds-planned.v1", ProjectFundsPlanned.class)
            .add("project-funds-paid-in.v1", ProjectFundsPaidIn.class)
            .add("project-accepted.v1", ProjectAccepted.class)
            .add("project-recognised.v1", ProjectRecognised.class)
            .add("project-terminated.v1", ProjectTerminated.class)
            .build();

    public static final JsonEventCodec<AssessmentFact> ASSESSMENT = JsonEventCodec.of(
                    AssessmentFact.class, "chuyi.assessment.")
            .add("catalogue-frozen.v1", CatalogueFrozen.class)
            .add("cycle-opened.v1", CycleOpened.class)
            .add("units-listed.v1", UnitsListed.class)
            .add("case-opened.v1", CaseOpened.class)
            .add("indicator-reported.v1", IndicatorReported.class)
            .add("indicator-disputed.v1", IndicatorDisputed.class)
            .add("indicator-verified.v1", IndicatorVerified.class)
            .add("indicator-exempted.v1", IndicatorExempted.class)
            .add("evidence-attached.v1", EvidenceAttached.class)
            .add("finding-confirmed.v1", FindingConfirmed.class)
            .add("finding-withdrawn.v1", FindingWithdrawn.class)
            .add("result-published.v1", ResultPublished.class)
            .add("result-restated.v1", ResultRestated.class)
            .build();

    private static final Map<String, Class<? extends Fact>> SHAPES = shapes();

    private Codecs() {}

    private static Map<String, Class<? extends Fact>> shapes() {
        var shapes = new HashMap<String, Class<? extends Fact>>(REGISTRY.types());
        shapes.putAll(ASSESSMENT.types());
        return Map.copyOf(shapes);
    }

    /** Reads what {@link #encode} wrote. It was checked when it came in, and is not checked again. */
    static Fact decode(String type, String payload) {
        var shape = SHAPES.get(type);
        if (shape == null) {
            throw new IllegalStateException("a fact of an unknown type: " + type);
        }
        try {
            return Json.mapper().readValue(payload, shape);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact that we wrote cannot be read", e);
        }
    }

    /** The fields that are used, as they are kept. */
    public static String encode(Fact fact) {
        return switch (fact) {
            case RegistryFact known -> REGISTRY.encode(known);
            case AssessmentFact known -> ASSESSMENT.encode(known);
        };
    }
}
