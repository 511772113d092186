package cn.chuyi.reporting.fold;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.CanonicalText;
import cn.chuyi.reporting.score.Score;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands for one unit.
 *
 * @param edition 0 is provisional
 * @param score absent when there is a problem
 * @param problem the input that cannot be read; absent otherwise
 * @param basis the last position of every partition that went in
 */
public record Result(
        int edition, @Nullable Score score, @Nullable Text problem, List<Position> basis) {
    public static final String INVALID_INPUT = "INVALID_INPUT";

    public String grade() {
        return score == null ? INVALID_INPUT : score.grade();
    }

    public CanonicalText.Unit canonical(Cycle cycle, Unit unit) {
        return score == null
                ? new CanonicalText.Unit(
                        cycle.year(), unit.code(), unit.level(), edition, null, INVALID_INPUT, List.of())
                : CanonicalText.Unit.of(cycle.year(), unit.code(), unit.level(), edition, score);
    }

    /** As it is kept in tables. */
    public byte[] bytes() {
        return ResultBytes.of(this);
    }

    /**
     * @param bytes as {@link #bytes} made them
     * @throws IllegalStateException if they are not
     */
    public static Result parse(byte[] bytes) {
        return ResultBytes.read(bytes);
    }

    /** The last position of each partition, in the order of topics and partitions. */
    static List<Position> basis(Collection<Position> positions) {
        var last = new TreeMap<Position, Position>(
                Comparator.comparing(Position::topic).thenComparing(Position::partition));
        positions.forEach(each -> last.merge(each, each, (a, b) -> a.offset() >= b.offset() ? a : b));
        return List.copyOf(last.values());
    }
}
