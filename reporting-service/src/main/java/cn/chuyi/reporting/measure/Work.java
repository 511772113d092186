package cn.chuyi.reporting.measure;

import cn.chuyi.reporting.fact.RegistryFact.OfProject;
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
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project as it stands at a moment.
 *
 * @param stream its id among the facts
 * @param locatedIn code of the division it is carried out in
 * @param leadInstitution id of the leading institution; absent when that is none of the register
 * @param planned task points of the year
 * @param done task points of the year
 * @param stage the last one reached; absent before the first
 * @param fundsPlanned CNY of the year
 * @param fundsPaid CNY of the year
 */
public record Work(
        String stream,
        String programme,
        String kind,
        String name,
        boolean terminated,
        String locatedIn,
        @Nullable String leadInstitution,
        BigDecimal planned,
        BigDecimal done,
        @Nullable String stage,
        BigDecimal fundsPlanned,
        BigDecimal fundsPaid) {

    /** @return absent when the project is not declared by then */
    public static @Nullable Work at(Moment moment, String stream, List<OfProject> facts) {
        Work work = null;
        for (var fact : facts) {
            work = next(work, moment, stream, fact);
        }
        return work;
    }

    /** One step of {@link #at}: what a project is after one more fact. */
    public static @Nullable Work next(@Nullable Work before, Moment moment, String stream, OfProject fact) {
        if (!moment.counts(fact.effectiveOn())) {
            return before;
        }
        return fact instanceof ProjectDeclared declared
                ? declared(stream, declared)
                : before == null ? null : before.after(fact, moment.year());
    }

    private static Work declared(String stream, ProjectDeclared fact) {
        return new Work(
                stream,
                fact.programme(),
                fact.kind(),
                fact.name(),
                false,
                fact.locatedIn(),
                fact.leadUnit().institution(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    private Work after(OfProject fact, int year) {
        return switch (fact) {
            case ProjectTaskBookAgreed f
            when f.year() == year -> with(terminated, f.planned(), done, stage, fundsPlanned, fundsPaid);
            case ProjectProgressReported f
            when f.year() == year -> with(terminated, planned, f.done(), stage, fundsPlanned, fundsPaid);
            case ProjectStageReached f -> with(terminated, planned, done, f.stage(), fundsPlanned, fundsPaid);
            case ProjectFundsPlanned f
            when f.year() == year -> with(terminated, planned, done, stage, f.amount(), fundsPaid);
            case ProjectFundsPaidIn f
            when f.year() == year -> with(terminated, planned, done, stage, fundsPlanned, fundsPaid.add(f.amount()));
            case ProjectTerminated _ -> with(true, planned, done, stage, fundsPlanned, fundsPaid);
            case ProjectTaskBookAgreed _, ProjectProgressReported _, ProjectFundsPlanned _, ProjectFundsPaidIn _ ->
                this;
            case ProjectDeclared _, ProjectListed _, ProjectAccepted _, ProjectRecognised _ -> this;
        };
    }

    private Work with(
            boolean terminated,
            BigDecimal planned,
            BigDecimal done,
            @Nullable String stage,
            BigDecimal fundsPlanned,
            BigDecimal fundsPaid) {
        return new Work(
                stream,
                programme,
                kind,
                name,
                terminated,
                locatedIn,
                leadInstitution,
                planned,
                done,
                stage,
                fundsPlanned,
                fundsPaid);
    }
}
