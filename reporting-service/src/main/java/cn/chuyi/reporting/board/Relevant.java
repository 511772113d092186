package cn.chuyi.reporting.board;

import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fact.RegistryFact;
import cn.chuyi.reporting.fact.RegistryFact.ConditionSheetFiled;
import cn.chuyi.reporting.fact.RegistryFact.DivisionRecoded;
import cn.chuyi.reporting.fact.RegistryFact.DivisionRegistered;
import cn.chuyi.reporting.fact.RegistryFact.EnrolmentResumed;
import cn.chuyi.reporting.fact.RegistryFact.EnrolmentSuspended;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionAuthorityChanged;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionClosed;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRegistered;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRelocated;
import cn.chuyi.reporting.fact.RegistryFact.OfInstitution;
import cn.chuyi.reporting.fact.RegistryFact.OfProject;
import cn.chuyi.reporting.fact.RegistryFact.ProjectDeclared;
import cn.chuyi.reporting.fact.RegistryFact.ProjectFundsPaidIn;
import cn.chuyi.reporting.fact.RegistryFact.ProjectFundsPlanned;
import cn.chuyi.reporting.fact.RegistryFact.ProjectProgressReported;
import cn.chuyi.reporting.fact.RegistryFact.ProjectStageReached;
import cn.chuyi.reporting.fact.RegistryFact.ProjectTaskBookAgreed;
import cn.chuyi.reporting.fact.RegistryFact.ProjectTerminated;
import cn.chuyi.reporting.fact.RegistryFact.UnifiedArrangementApproved;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.score.Measure;

/** Which facts of the register a measure looks at: those that count on the cycle's day, of its year, of its kind. */
record Relevant(Cycle cycle, Measure.Registry measure) {

    boolean test(Fact fact) {
        return switch (fact) {
            case OfInstitution f -> counts(f) && ofSchool(f);
            case OfProject f -> counts(f) && ofWork(f);
            case UnifiedArrangementApproved f ->
                standing()
                        && !f.effectiveOn().isAfter(cycle.referenceDate())
                        && f.schoolKinds().containsAll(measure.kinds());
            default -> false;
        };
    }

    /** What says which government a unit is: all there is to show where nothing is registered. */
    static boolean existence(Fact fact) {
        return fact instanceof DivisionRegistered || fact instanceof DivisionRecoded;
    }

    private boolean counts(RegistryFact.OfInstitution fact) {
        return !fact.effectiveOn().isAfter(cycle.referenceDate());
    }

    private boolean counts(RegistryFact.OfProject fact) {
        return !fact.effectiveOn().isAfter(cycle.referenceDate());
    }

    private boolean ofSchool(OfInstitution fact) {
        return switch (fact) {
            case ConditionSheetFiled f -> f.year() == cycle.year();
            case InstitutionRegistered _, InstitutionRelocated _, InstitutionAuthorityChanged _, InstitutionClosed _ ->
                true;
            case EnrolmentSuspended _, EnrolmentResumed _ -> standing();
            default -> false;
        };
    }

    private boolean ofWork(OfProject fact) {
        return switch (fact) {
            case ProjectDeclared _, ProjectTerminated _ -> true;
            case ProjectTaskBookAgreed f -> completion() && f.year() == cycle.year();
            case ProjectProgressReported f -> completion() && f.year() == cycle.year();
            case ProjectFundsPlanned f -> funds() && f.year() == cycle.year();
            case ProjectFundsPaidIn f -> funds() && f.year() == cycle.year();
            case ProjectStageReached _ -> measure.name().equals("milestone");
            default -> false;
        };
    }

    private boolean standing() {
        return measure.name().equals("public-school-standing");
    }

    private boolean completion() {
        return measure.name().equals("task-completion");
    }

    private boolean funds() {
        return measure.name().equals("funds-in-place-percent");
    }
}
