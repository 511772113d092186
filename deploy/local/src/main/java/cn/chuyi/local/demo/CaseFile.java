package cn.chuyi.local.demo;

import cn.chuyi.local.demo.client.Answer;
import cn.chuyi.local.demo.client.Desk;
import cn.chuyi.local.demo.plan.Station;
import cn.chuyi.local.demo.plan.Unit;

/** One case at the assessment service, and what was last seen of it. */
final class CaseFile {

    private final String path;
    private String etag = "";
    private String status = "";

    CaseFile(Unit unit) {
        this.path = path(unit);
    }

    static String path(Unit unit) {
        return "cases/" + Cycle.ID + "-" + unit.code();
    }

    void open(Desk desk) {
        saw(desk.get(path));
    }

    /** Whether the case stands there; no when there is no such case yet. */
    boolean isAt(Station station, Desk desk) {
        return desk.ask(path).text("status").equals(station.name());
    }

    void post(Desk desk, String what, Object body) {
        saw(desk.post(path + "/" + what, body));
    }

    /** @param station where the change belongs; a case that is further had it in an earlier load */
    void put(Desk desk, String what, Object body, Station station) {
        if (status.equals(station.name())) {
            saw(desk.put(
                    path + "/" + what,
                    body,
                    path,
                    etag,
                    now -> now.path("status").asText().equals(station.name())));
        }
    }

    private void saw(Answer answer) {
        etag = answer.etag();
        status = answer.text("status");
    }
}
