package cn.chuyi.local.demo;

import cn.chuyi.local.demo.client.Desk;
import cn.chuyi.local.demo.plan.Station;
import cn.chuyi.local.demo.plan.Unit;
import java.util.List;

/** One case at the assessment service, and the version that was last seen of it. */
final class CaseFile {

    private final String path;
    private String etag = "";

    CaseFile(Unit unit) {
        this.path = path(unit);
    }

    static String path(Unit unit) {
        return "cases/" + Cycle.ID + "-" + unit.code();
    }

    void open(Desk desk) {
        etag = desk.get(path).etag();
    }

    /** Whether the case stands there; no when there is no such case yet. */
    boolean isAt(Station station, Desk desk) {
        return desk.ask(path).text("status").equals(station.name());
    }

    void post(Desk desk, String what, Object body) {
        etag = desk.post(path + "/" + what, body).etag();
    }

    /** @param stations where the change belongs; a case that is further had it in an earlier load */
    void put(Desk desk, String what, Object body, Station... stations) {
        var belongs = List.of(stations);
        var answer = desk.put(
                path + "/" + what,
                body,
                path,
                etag,
                now -> belongs.contains(Station.valueOf(now.path("status").asText())));
        etag = answer.etag();
    }
}
