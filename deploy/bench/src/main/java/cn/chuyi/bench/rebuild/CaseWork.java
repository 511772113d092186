package cn.chuyi.bench.rebuild;

import cn.chuyi.bench.rebuild.Population.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happens in the cases of units: reports, decisions, findings, files. */
final class CaseWork {
    /** What every case needs. */
    static final int STEPS = 18;

    private static final List<String> REPORTED = List.of("A1", "A2", "A3", "E2", "E3", "G1", "G2", "B1", "F2");
    private static final List<String> CITY_REPORTED = List.of("A1", "A2", "A3", "E2", "E3", "G1", "G2", "B2", "D2");

    private final Chance chance;
    private final Recorder recorder;
    private final Map<String, Integer> steps = new HashMap<>();
    private final Map<String, Integer> findings = new HashMap<>();

    CaseWork(Chance chance, Recorder recorder) {
        this.chance = chance;
        this.recorder = recorder;
    }

    void open(Unit unit, int year) {
        recorder.ofCase(
                unit,
                year,
                "case-opened",
                ",\"level\":\"%s\",\"parent\":\"%s\",\"demo\":true".formatted(unit.level(), unit.parent()));
    }

    void publish(Unit unit, int year) {
        recorder.ofCase(
                unit,
                year,
                "result-published",
                ",\"level\":\"%s\",\"from\":\"RESULT_FINAL\",\"edition\":1".formatted(unit.level()));
    }

    /** The next thing that every case needs: reports, then decisions, then files. */
    void step(Unit unit, int year) {
        int step = steps.merge(unit.code() + year, 1, Integer::sum) - 1;
        var codes = codes(unit);
        if (step < 9) {
            report(unit, year, codes.get(step));
        } else if (step < 16) {
            verify(unit, year, codes.get(step - 9));
        } else {
            evidence(unit, year);
        }
    }

    /** Reports an indicator again. */
    void correct(Unit unit, int year) {
        report(unit, year, codes(unit).get(chance.below(9)));
    }

    void findAndWithdraw(Unit unit, int year) {
        var finding = "F" + findings.merge(unit.code() + year, 1, Integer::sum);
        recorder.ofCase(
                unit,
                year,
                "finding-confirmed",
                ",\"finding\":\"%s\",\"rule\":\"D%d\",\"reason\":\"查实一起违规\"".formatted(finding, 1 + chance.below(3)));
        recorder.ofCase(
                unit, year, "finding-withdrawn", ",\"finding\":\"%s\",\"reason\":\"经核实不属于本单位\"".formatted(finding));
    }

    void evidence(Unit unit, int year) {
        recorder.ofCase(
                unit,
                year,
                "evidence-attached",
                ",\"indicator\":\"%s\",\"sha256\":\"%s\",\"name\":\"县政府文件.pdf\",\"mediaType\":\"application/pdf\",\"size\":48211"
                        .formatted(indicator(unit, "A1"), chance.sha()));
    }

    private void report(Unit unit, int year, String code) {
        recorder.ofCase(
                unit,
                year,
                "indicator-reported",
                ",\"indicator\":\"%s\",\"value\":\"%s\",\"evidence\":[\"%s\"]"
                        .formatted(indicator(unit, code), chance.value(code), chance.sha()));
    }

    private void verify(Unit unit, int year, String code) {
        recorder.ofCase(
                unit,
                year,
                "indicator-verified",
                ",\"indicator\":\"%s\",\"value\":\"%s\",\"origin\":\"REPORTED\",\"phase\":\"DOC_REVIEW\""
                        .formatted(indicator(unit, code), chance.value(code)));
    }

    private static List<String> codes(Unit unit) {
        return unit.city() ? CITY_REPORTED : REPORTED;
    }

    private static String indicator(Unit unit, String code) {
        return (unit.city() ? "C-" : "K-") + code;
    }
}
