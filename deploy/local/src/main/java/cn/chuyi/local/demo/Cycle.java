package cn.chuyi.local.demo;

import cn.chuyi.local.demo.client.Answer;
import cn.chuyi.local.demo.client.Desk;
import cn.chuyi.local.demo.client.Patience;
import cn.chuyi.local.demo.plan.Catalogue;
import cn.chuyi.local.demo.plan.Gazetteer;
import cn.chuyi.local.demo.plan.Generator;
import cn.chuyi.local.demo.plan.Unit;
import java.util.List;
import java.util.Map;

/** Freezes the two catalogues, opens the year, lists its units and gives notice, which opens every case. */
final class Cycle {

    static final String ID = Programme.CODE + "-" + Generator.YEAR;

    private static final String PATH = "cycles/" + ID;

    /** In which units may object; nobody waits in a demonstration. */
    private static final List<String> WINDOWS = List.of("defence-window", "review-window", "publicity-window");

    private final Desk office;
    private final Gazetteer gazetteer;

    Cycle(Suite suite, Gazetteer gazetteer) {
        this.office = suite.assessment(Suite.OFFICE);
        this.gazetteer = gazetteer;
    }

    void open() {
        freeze(Catalogue.ofCities(), ID + "-CITY");
        freeze(Catalogue.ofCounties(), ID + "-COUNTY");
        Answer last = office.post("cycles", Map.of("programme", Programme.CODE, "year", Generator.YEAR, "demo", true));
        for (var window : WINDOWS) {
            last = skip(window, last);
        }
        list();
        office.post(PATH + "/notice", Map.of("document", "演示督导通知", "effectiveOn", "2026-03-31"));
    }

    private void freeze(Catalogue catalogue, String id) {
        office.post("catalogues", catalogue.content());
        office.post("catalogues/" + id + "/freeze", Map.of());
    }

    private Answer skip(String window, Answer before) {
        var deadline = Map.of("amount", 0, "unit", "D", "legalBasis", "演示年度不设等待期");
        return office.put(PATH + "/deadlines/" + window, deadline, PATH, before.etag());
    }

    /** By code: so it is refused, and tried again, as long as the registry's divisions have not all come through. */
    private void list() {
        var codes = gazetteer.units().stream().map(Unit::code).toList();
        Patience.until("the divisions arrive", () -> office.tryPost(PATH + "/units", Map.of("codes", codes), 422));
    }
}
