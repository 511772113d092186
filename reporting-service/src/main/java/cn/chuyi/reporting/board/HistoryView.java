package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.board.DiffView.Side;
import cn.chuyi.reporting.board.Explanation.Leaf;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Comparison.Parts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A result of a unit, from when it was recorded until the next one.
 *
 * @param recorded {@code asOf} this instant the score is this one
 * @param result without the rank, which others move too
 * @param parts the change of the total, taken apart so that it adds up; absent for the first, and unless both are rated
 * @param moved indicators whose item, points or weight became another; empty for the first
 * @param events what was recorded at that instant, of what the result rests on
 * @param digest SHA-256 of the canonical text, lowercase hex
 */
@Schema(name = "HistoryEntry")
record HistoryView(
        Instant recorded,
        Side result,
        @Nullable Parts parts,
        List<Moved> moved,
        List<Leaf> events,
        String digest,
        Text sentence) {

    /** @param contribution to the change of the total; absent unless both are rated */
    @Schema(name = "MovedIndicator")
    record Moved(
            String indicator, @Nullable Text name, @Nullable BigDecimal contribution, Text sentence) {}

    /** @param before absent when it is not to be seen */
    static HistoryView of(Cycle cycle, Unit unit, History.Step step, History.@Nullable Step before) {
        var movement = before == null
                ? null
                : Movement.of(before.result(), before.catalogue(), step.result(), step.catalogue());
        return new HistoryView(
                step.recorded(),
                Movement.side(step.result(), null),
                movement == null ? null : movement.parts(),
                movement == null ? List.of() : moved(movement),
                step.facts().stream().map(Leaves::of).toList(),
                step.result().canonical(cycle, unit).digest(),
                movement == null ? alone(step) : movement.sentence());
    }

    private static List<Moved> moved(Movement movement) {
        return movement.items(_ -> List.of()).stream()
                .map(item -> new Moved(item.indicator(), item.name(), item.contribution(), item.sentence()))
                .toList();
    }

    private static Text alone(History.Step step) {
        var score = step.result().score();
        var told = score == null || score.total() == null
                ? new Text("未评级", "not rated")
                : new Text(
                        "总分 " + score.total().toPlainString(),
                        "total " + score.total().toPlainString());
        return step.before() == null
                ? new Text("首次记录：" + told.zh() + "。", "Recorded for the first time: " + told.en() + ".")
                : new Text("记录：" + told.zh() + "。", "Recorded: " + told.en() + ".");
    }
}
