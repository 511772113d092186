package cn.chuyi.reporting.fold;

import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.fold.CaseFile.Publication;
import cn.chuyi.reporting.ledger.Grounds.Ground;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.measure.Measures;
import cn.chuyi.reporting.measure.Rectification;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.Indicator;
import cn.chuyi.reporting.score.InvalidInputException;
import cn.chuyi.reporting.score.Item;
import cn.chuyi.reporting.score.Measure;
import cn.chuyi.reporting.score.Score;
import cn.chuyi.reporting.score.Standing;
import cn.chuyi.reporting.score.Standing.Collected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Turns what stands for a unit into its results. Pure: the same inputs give the same results, whoever asks.
 *
 * @param catalogue with the position of the fact that froze it
 */
public record Assessor(Catalogue catalogue, Position frozen) {

    /**
     * Everything that one unit's score rests on.
     *
     * @param facts of its case
     * @param counties results of the city's counties; empty for a county
     */
    public record Inputs(List<Recorded> facts, Ground ground, List<Result> counties) {}

    /** What the measures say, by indicator; one that cannot be computed says nothing. */
    public Map<String, Collected> measures(Inputs inputs) {
        return measures(inputs.ground(), inputs.counties());
    }

    /** As {@link #measures(Inputs)}; they do not look at the case. */
    public Map<String, Collected> measures(Ground ground, List<Result> counties) {
        return measures(catalogue, ground, counties);
    }

    /** As {@link #measures(Inputs)}, by a catalogue that need not be frozen. */
    public static Map<String, Collected> measures(Catalogue catalogue, Ground ground, List<Result> counties) {
        var items = counties.stream()
                .map(Result::score)
                .filter(Objects::nonNull)
                .flatMap(score -> score.items().stream())
                .toList();
        return measured(catalogue, ground, items);
    }

    /** @param counties all items of the city's counties; empty for a county */
    static Map<String, Collected> measured(Catalogue catalogue, Ground ground, List<Item> counties) {
        var collected = new TreeMap<String, Collected>();
        for (var indicator : catalogue.indicators()) {
            try {
                var value =
                        Measures.of(indicator, ground.holdings(), lookedAt(indicator, counties), Rectification.NONE);
                if (value != null) {
                    collected.put(indicator.code(), value);
                }
            } catch (InvalidInputException e) {
                collected.remove(indicator.code());
            }
        }
        return collected;
    }

    public Result provisional(CaseFile file, Map<String, Collected> measures, Inputs inputs) {
        var positions = inputs.facts().stream().map(Recorded::position).toList();
        return provisional(file, measures, basis(positions, inputs.ground(), inputs.counties()));
    }

    /** @param basis positions of all that went in, see {@link #basis} */
    public Result provisional(CaseFile file, Map<String, Collected> measures, List<Position> basis) {
        var standing = new HashMap<>(file.standing());
        measures.forEach((indicator, value) -> standing.merge(
                indicator, Standing.NOTHING.collectedAs(value), (before, _) -> before.collectedAs(value)));
        return result(0, () -> Score.of(catalogue, standing, file.rules()), basis);
    }

    /** Only the frozen catalogue and what stood in the case before the publication. */
    public Result official(Publication publication) {
        var before = publication.before();
        return result(
                publication.edition(),
                () -> Score.of(catalogue, before.standing(), before.rules()),
                List.of(frozen, publication.fact().position()));
    }

    private static Result result(int edition, Supplier<Score> score, List<Position> positions) {
        var basis = Result.basis(positions);
        try {
            return new Result(edition, score.get(), null, basis);
        } catch (InvalidInputException e) {
            return new Result(edition, null, e.text(), basis);
        }
    }

    /**
     * Everything that a provisional result rests on.
     *
     * @param facts positions of the case's facts; the last of each partition is enough
     */
    public List<Position> basis(List<Position> facts, Ground ground, List<Result> counties) {
        var positions = new ArrayList<>(ground.positions());
        positions.add(frozen);
        positions.addAll(facts);
        counties.forEach(county -> positions.addAll(county.basis()));
        return positions;
    }

    private static List<Item> lookedAt(Indicator indicator, List<Item> counties) {
        return indicator.measure() instanceof Measure.Aggregate aggregate
                ? counties.stream()
                        .filter(item -> item.indicator().equals(aggregate.indicator()))
                        .toList()
                : List.of();
    }
}
