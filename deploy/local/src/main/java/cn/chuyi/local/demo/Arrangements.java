package cn.chuyi.local.demo;

import cn.chuyi.local.demo.client.Lanes;
import cn.chuyi.local.demo.plan.Arrangement;
import java.util.List;
import java.util.Map;

/** Enters the approvals by which a city runs the secondary schools of a district (市级统筹). */
final class Arrangements {

    private final Suite suite;

    Arrangements(Suite suite) {
        this.suite = suite;
    }

    void load(List<Arrangement> arrangements) {
        var office = suite.registry(Suite.OFFICE);
        Lanes.forEach(
                arrangements,
                one -> office.post(
                        "divisions/" + one.division() + "/unified-arrangements",
                        Map.of(
                                "schoolKinds", List.of(one.schoolKind()),
                                "document", one.document(),
                                "effectiveOn", one.on())));
    }
}
