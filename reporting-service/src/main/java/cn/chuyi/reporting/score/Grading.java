package cn.chuyi.reporting.score;

import cn.chuyi.reporting.score.Catalogue.Band;
import cn.chuyi.reporting.score.FindingRule.Veto;
import cn.chuyi.reporting.score.Score.Applied;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The grade: the band of the published total, then the vetoes. */
record Grading(String grade, List<Applied> applied) {

    private static final Comparator<Veto> ORDER =
            Comparator.comparing(Veto::effect).thenComparing(Veto::code);

    static Grading of(Catalogue catalogue, BigDecimal total, List<Veto> vetoes) {
        var bands = catalogue.bands();
        int band = bandOf(bands, total);
        var applied = new ArrayList<Applied>();
        for (var veto : vetoes.stream().sorted(ORDER).toList()) {
            int lowered = lowered(band, veto, bands.size() - 1);
            applied.add(new Applied(
                    veto.code(), bands.get(band).grade(), bands.get(lowered).grade()));
            band = lowered;
        }
        return new Grading(bands.get(band).grade(), applied);
    }

    /** Below all bands the lowest one holds. */
    private static int bandOf(List<Band> bands, BigDecimal total) {
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i).from().compareTo(total) <= 0) {
                return i;
            }
        }
        return bands.size() - 1;
    }

    private static int lowered(int band, Veto veto, int lowest) {
        return switch (veto.effect()) {
            case NOT_EXCELLENT -> Math.min(Math.max(band, 1), lowest);
            case DEMOTE -> Math.min(band + 1, lowest);
            case NOT_QUALIFIED -> lowest;
        };
    }
}
