package cn.chuyi.reporting.simulation;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.reporting.fold.Assessor;
import cn.chuyi.reporting.fold.Assessor.Inputs;
import cn.chuyi.reporting.fold.CaseFile;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Catalogue;
import cn.chuyi.reporting.score.InvalidInputException;
import cn.chuyi.reporting.score.ScaledScore;
import cn.chuyi.reporting.score.Score;
import cn.chuyi.reporting.score.Standing;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A unit whose score is tried under other rules. Pure.
 *
 * @param file its case: of a published one, what stood before the publication
 * @param official whether it is published: then what the register says counts only for indicators that the frozen
 *     catalogue does not have, as nobody could accept those
 * @param frozen the rules that it was or will be scored by
 */
record Subject(Unit unit, CaseFile file, Inputs inputs, boolean official, Catalogue frozen) {

    /**
     * What a catalogue makes of it.
     *
     * @param score absent when there is a problem
     * @param problem the input that the catalogue cannot read
     */
    record Outcome(@Nullable Score score, @Nullable Text problem) {
        boolean rated() {
            return score != null && score.total() != null;
        }

        String grade() {
            return score == null ? "INVALID_INPUT" : score.grade();
        }
    }

    Outcome under(Catalogue catalogue) {
        return attempt(() -> Score.of(catalogue, standing(catalogue), file.rules()));
    }

    /** @return absent when the catalogue cannot read an input */
    @Nullable
    ScaledScore scaled(Catalogue catalogue) {
        try {
            return ScaledScore.of(catalogue, standing(catalogue), file.rules());
        } catch (InvalidInputException e) {
            return null;
        }
    }

    private Map<String, Standing> standing(Catalogue catalogue) {
        var standing = new HashMap<>(file.standing());
        Assessor.measures(catalogue, inputs.ground(), inputs.counties()).forEach((indicator, value) -> {
            if (!official || frozen.indicator(indicator).isEmpty()) {
                standing.merge(
                        indicator, Standing.NOTHING.collectedAs(value), (before, _) -> before.collectedAs(value));
            }
        });
        return standing;
    }

    private static Outcome attempt(Supplier<Score> score) {
        try {
            return new Outcome(score.get(), null);
        } catch (InvalidInputException e) {
            return new Outcome(null, e.text());
        }
    }
}
