package cn.chuyi.reporting.simulation;

import cn.chuyi.kit.http.Access;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.reporting.board.Asked;
import cn.chuyi.reporting.board.Boards;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Divisions;
import cn.chuyi.reporting.ledger.Ledger;
import cn.chuyi.reporting.ledger.Snapshots;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.simulation.Wish.Wavering;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Other rules tried on a whole year; nothing is kept. Ranks are for those who may simulate everywhere. */
@Path("/api/v1/simulations")
@Tag(name = "simulations")
public class SimulationResource {
    private static final String SIMULATE = "simulate";
    private static final int USUAL_DRAWS = 1_000;
    private static final int MOST_DRAWS = 10_000;
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(50);
    private static final int DECIMALS_OF_PERCENT = 4;

    private final Snapshots snapshots;
    private final Access access;

    SimulationResource(Snapshots snapshots, Access access) {
        this.snapshots = snapshots;
        this.access = access;
    }

    @POST
    @Allowed(SIMULATE)
    @Operation(
            summary = "Try other rules on a year: changes of total, grade and rank, and how firm ranks are; not kept")
    public SimulationView simulate(@Valid @NotNull Wish wish) {
        var draws = draws(wish.stability());
        return snapshots.read(sql -> simulate(sql, wish, draws));
    }

    private SimulationView simulate(Sql sql, Wish wish, @Nullable Draws draws) {
        var cycle = new Boards(sql).require(Asked.of(wish.year(), wish.programme(), null));
        var choices = new Choices(new Ledger(sql), cycle, wish.level());
        var frozen = choices.frozen();
        var baseline = wish.baseline() == null ? frozen : choices.of(wish.baseline(), "/baseline");
        var chosen = wish.catalogue() == null ? frozen : choices.of(wish.catalogue(), "/catalogue");
        var tried = wish.changes() == null
                ? chosen
                : chosen.changed(ChangedCatalogue.of(chosen.catalogue(), wish.changes()));
        var subjects = new Subjects(sql, cycle, frozen.catalogue()).of(wish.level());
        var trials =
                Trial.of(subjects, baseline.catalogue(), tried.catalogue(), excluded(wish, subjects), draws).stream()
                        .filter(trial -> access.may(SIMULATE, trial.unit()))
                        .toList();
        return view(sql, cycle, wish, baseline, tried, trials);
    }

    private SimulationView view(
            Sql sql, Cycle cycle, Wish wish, Choices.Chosen baseline, Choices.Chosen tried, List<Trial> trials) {
        var names = new Divisions(sql).names(trials.stream().map(Trial::unit).toList());
        return SimulationView.of(
                cycle.programme(),
                cycle.year(),
                wish.level(),
                baseline,
                tried,
                trials,
                names,
                access.may(SIMULATE, null));
    }

    private static Set<String> excluded(Wish wish, List<Subject> subjects) {
        var units = wish.changes() == null ? null : wish.changes().excludedUnits();
        var excluded = new HashSet<>(Objects.requireNonNullElse(units, List.<String>of()));
        var known = subjects.stream().map(subject -> subject.unit().code()).toList();
        excluded.forEach(code -> {
            if (!known.contains(code)) {
                throw Invalid.unit("/changes/excludedUnits", String.valueOf(code));
            }
        });
        return excluded;
    }

    private static @Nullable Draws draws(@Nullable Wavering wish) {
        if (wish == null) {
            return null;
        }
        var percent = wish.percent();
        if (percent.signum() < 0 || percent.compareTo(MOST_PERCENT) > 0 || percent.scale() > DECIMALS_OF_PERCENT) {
            throw Invalid.number(
                    "/stability/percent",
                    "须在 0 到 50 之间，至多四位小数：" + percent,
                    "must be between 0 and 50 with at most four decimals: " + percent);
        }
        int count = Objects.requireNonNullElse(wish.draws(), USUAL_DRAWS);
        if (count < 1 || count > MOST_DRAWS) {
            throw Invalid.number(
                    "/stability/draws",
                    "须在 1 到 " + MOST_DRAWS + " 之间：" + count,
                    "must be between 1 and " + MOST_DRAWS + ": " + count);
        }
        return Draws.of(percent, count, Objects.requireNonNullElse(wish.seed(), 1L));
    }
}
