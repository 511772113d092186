package cn.chuyi.local.demo;

import cn.chuyi.local.demo.client.Desk;
import cn.chuyi.local.demo.plan.Catalogue;
import java.util.Map;

/** Freezes the two catalogues, opens the year, lists its units and gives notice. */
final class Cycle {

    static final String ID = "CHUYI-2022-2025";

    private final Desk office;

    Cycle(Suite suite) {
        this.office = suite.assessment(Suite.OFFICE);
    }

    void open() {
        freeze(Catalogue.ofCities(), ID + "-CITY");
        freeze(Catalogue.ofCounties(), ID + "-COUNTY");
        office.post("cycles", Map.of("programme", Programme.CODE, "year", 2025, "demo", true));
    }

    private void freeze(Catalogue catalogue, String id) {
        office.post("catalogues", catalogue.content());
        office.post("catalogues/" + id + "/freeze", Map.of());
    }
}
