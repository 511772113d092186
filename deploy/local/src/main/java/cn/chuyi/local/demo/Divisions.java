package cn.chuyi.local.demo;

import cn.chuyi.local.demo.client.Desk;
import cn.chuyi.local.demo.client.Lanes;
import cn.chuyi.local.demo.plan.Gazetteer;
import cn.chuyi.local.demo.plan.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registers the divisions, with the four recodings since the register begins as history. */
final class Divisions {

    /** The register begins here: all but the four below have had their code and name since before. */
    private static final String BEGINNING = "2017-01-01";

    private static final List<Recoding> RECODINGS = List.of(
            new Recoding("430124", "宁乡县", "430182", "2017-04-10"),
            new Recoding("430221", "株洲县", "430212", "2018-06-19"),
            new Recoding("430521", "邵东县", "430582", "2019-07-05"),
            new Recoding("431121", "祁阳县", "431181", "2021-01-20"));

    /** @param on day of the approval */
    private record Recoding(String oldCode, String oldName, String newCode, String on) {}

    private record NewDivision(
            String code,
            String name,
            String level,
            @Nullable String parent,
            String effectiveOn) {
        static NewDivision of(Unit unit) {
            var parent = unit.parent().isEmpty() ? null : unit.parent();
            return new NewDivision(unit.code(), unit.name(), unit.level(), parent, BEGINNING);
        }
    }

    private final Desk office;
    private final Gazetteer gazetteer;
    private final Progress progress;

    Divisions(Suite suite, Gazetteer gazetteer, Progress progress) {
        this.office = suite.registry(Suite.OFFICE);
        this.gazetteer = gazetteer;
        this.progress = progress;
    }

    /** From the top down: a division can only be registered below one that is there. */
    void load() {
        var counties = new ArrayList<>(gazetteer.counties());
        counties.addAll(gazetteer.zones());
        progress.stage("divisions", 1 + gazetteer.cities().size() + counties.size());
        register(gazetteer.province());
        Lanes.forEach(gazetteer.cities(), this::register);
        Lanes.forEach(counties, this::register);
    }

    private void register(Unit unit) {
        var recoding = recoding(unit);
        if (recoding.isPresent()) {
            recode(unit, recoding.get());
        } else {
            office.post("divisions", NewDivision.of(unit));
        }
        progress.step();
    }

    private void recode(Unit unit, Recoding recoding) {
        var before = new Unit(recoding.oldCode(), recoding.oldName(), unit.level(), unit.parent());
        office.post("divisions", NewDivision.of(before));
        office.post(
                "divisions/" + recoding.oldCode() + "/recoding",
                Map.of("newCode", unit.code(), "name", unit.name(), "effectiveOn", recoding.on()));
    }

    private static Optional<Recoding> recoding(Unit unit) {
        return RECODINGS.stream()
                .filter(recoding -> recoding.newCode().equals(unit.code()))
                .findFirst();
    }
}
