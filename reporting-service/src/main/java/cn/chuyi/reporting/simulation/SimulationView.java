package cn.chuyi.reporting.simulation;

import static cn.chuyi.reporting.board.Rules.written;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.score.Catalogue.Band;
import cn.chuyi.reporting.score.Comparison;
import cn.chuyi.reporting.score.Comparison.Parts;
import cn.chuyi.reporting.score.Level;
import cn.chuyi.reporting.simulation.Choices.Chosen;
import cn.chuyi.reporting.simulation.Draws.Firmness;
import cn.chuyi.reporting.simulation.Subject.Outcome;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What would be. Nothing of it is kept.
 *
 * @param units those that the caller may simulate, by code
 * @param indicators that moved a total, the one that moved most first
 */
record SimulationView(
        String programme,
        int year,
        Level level,
        Rules baseline,
        Rules simulated,
        Summary summary,
        List<UnitView> units,
        List<Mover> indicators) {

    /**
     * @param id absent for a catalogue that was posted
     * @param origin FROZEN, POSTED or CHANGED
     * @param bands best first
     */
    @Schema(name = "SimulationRules")
    record Rules(
            @Nullable String id,
            int revision,
            String origin,
            List<Band> bands,
            BigDecimal minimumApplicableWeight,
            List<Line> indicators) {
        private static Rules of(Chosen chosen) {
            var catalogue = chosen.catalogue();
            return new Rules(
                    chosen.id(),
                    chosen.revision(),
                    chosen.origin(),
                    catalogue.bands(),
                    catalogue.minimumApplicableWeight(),
                    catalogue.indicators().stream()
                            .map(one -> new Line(one.code(), one.name(), one.weight(), written(one.rule())))
                            .toList());
        }
    }

    /** @param rule kind and parameters */
    @Schema(name = "SimulationIndicator")
    record Line(String indicator, Text name, BigDecimal weight, Map<String, Object> rule) {}

    /** How many of the units shown have another total, grade or rank. */
    @Schema(name = "SimulationSummary")
    record Summary(int units, int totalsMoved, int gradesChanged, int ranksMoved) {}

    /**
     * @param parts the change of the total, taken apart; absent unless both sides are rated
     * @param indicators what moved it
     * @param stability absent unless asked for
     */
    @Schema(name = "SimulatedUnit")
    record UnitView(
            String unit,
            String name,
            boolean published,
            boolean excluded,
            Result before,
            Result after,
            @Nullable BigDecimal totalChange,
            @Nullable Integer rankChange,
            @Nullable Parts parts,
            List<Contribution> indicators,
            @Nullable Firmness stability) {}

    /** @param rank absent when not rated, excluded, or not for the caller */
    @Schema(name = "SimulatedResult")
    record Result(
            @Nullable BigDecimal total,
            String grade,
            @Nullable Integer rank,
            @Nullable Text problem) {}

    record Contribution(String indicator, BigDecimal points) {}

    /**
     * @param units whose total it moved
     * @param up sum of what it added to totals
     * @param down sum of what it took from totals, below 0
     */
    record Mover(String indicator, int units, BigDecimal up, BigDecimal down) {}

    static SimulationView of(
            String programme,
            int year,
            Level level,
            Chosen baseline,
            Chosen simulated,
            List<Trial> trials,
            Map<String, String> names,
            boolean ranked) {
        var units = trials.stream()
                .map(trial -> unit(trial, names.getOrDefault(trial.unit(), trial.unit()), ranked))
                .toList();
        return new SimulationView(
                programme, year, level, Rules.of(baseline), Rules.of(simulated), summary(units), units, movers(units));
    }

    private static Summary summary(List<UnitView> units) {
        return new Summary(
                units.size(),
                count(
                        units,
                        unit -> !Objects.equals(
                                unit.before().total(), unit.after().total())),
                count(units, unit -> !unit.before().grade().equals(unit.after().grade())),
                count(
                        units,
                        unit -> !Objects.equals(
                                unit.before().rank(), unit.after().rank())));
    }

    private static int count(List<UnitView> units, Predicate<UnitView> counted) {
        return (int) units.stream().filter(counted).count();
    }

    private static UnitView unit(Trial trial, String name, boolean ranked) {
        var before = result(trial.before(), ranked ? trial.rankBefore() : null);
        var after = result(trial.after(), ranked ? trial.rankAfter() : null);
        var comparison = trial.comparison();
        var firmness = trial.firmness();
        return new UnitView(
                trial.unit(),
                name,
                trial.subject().official(),
                trial.excluded(),
                before,
                after,
                comparison == null || comparison.parts() == null
                        ? null
                        : comparison.parts().total(),
                before.rank() == null || after.rank() == null ? null : after.rank() - before.rank(),
                comparison == null ? null : comparison.parts(),
                comparison == null ? List.of() : contributions(comparison),
                firmness == null || ranked
                        ? firmness
                        : new Firmness(null, firmness.total(), firmness.gradeKept(), firmness.rated()));
    }

    private static Result result(Outcome outcome, @Nullable Integer rank) {
        return new Result(
                outcome.score() == null ? null : outcome.score().total(), outcome.grade(), rank, outcome.problem());
    }

    private static List<Contribution> contributions(Comparison comparison) {
        return comparison.items().stream()
                .filter(moved ->
                        moved.contribution() != null && moved.contribution().signum() != 0)
                .map(moved -> new Contribution(moved.indicator(), Objects.requireNonNull(moved.contribution())))
                .sorted(Comparator.comparing((Contribution one) -> one.points().abs())
                        .reversed()
                        .thenComparing(Contribution::indicator))
                .toList();
    }

    private static List<Mover> movers(List<UnitView> units) {
        var movers = new TreeMap<String, Mover>();
        units.stream().flatMap(unit -> unit.indicators().stream()).forEach(one -> {
            var up = one.points().max(BigDecimal.ZERO);
            var down = one.points().min(BigDecimal.ZERO);
            movers.merge(
                    one.indicator(),
                    new Mover(one.indicator(), 1, up, down),
                    (a, b) -> new Mover(
                            a.indicator(),
                            a.units() + 1,
                            a.up().add(b.up()),
                            a.down().add(b.down())));
        });
        return movers.values().stream()
                .sorted(Comparator.comparing((Mover mover) -> mover.up().subtract(mover.down()))
                        .reversed()
                        .thenComparing(Mover::indicator))
                .toList();
    }
}
