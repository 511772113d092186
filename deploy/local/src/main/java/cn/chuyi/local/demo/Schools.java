package cn.chuyi.local.demo;

import cn.chuyi.local.demo.client.Answer;
import cn.chuyi.local.demo.client.Desk;
import cn.chuyi.local.demo.client.Lanes;
import cn.chuyi.local.demo.plan.Gazetteer;
import cn.chuyi.local.demo.plan.School;
import cn.chuyi.local.demo.plan.Sheet;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Registers the institutions and files their condition sheets. */
final class Schools {

    private record NewInstitution(
            @Nullable String code,
            String name,
            String kind,
            String ownership,
            String locatedIn,
            Administration administeredBy,
            boolean enrols,
            boolean demo,
            String effectiveOn) {

        static NewInstitution of(School school) {
            return new NewInstitution(
                    school.code(),
                    school.name(),
                    school.kind(),
                    school.isPublic() ? "PUBLIC" : "PRIVATE",
                    school.locatedIn(),
                    new Administration(school.authority(), school.administeredBy()),
                    true,
                    school.demo(),
                    school.since());
        }
    }

    private record Administration(String authority, String division) {}

    private record NewSheet(
            Map<String, String> conditions,
            int students,
            int teachers,
            int specialisedTeachers,
            int dualQualifiedTeachers,
            String effectiveOn) {

        static NewSheet of(Sheet sheet) {
            return new NewSheet(
                    sheet.conditions(),
                    sheet.students(),
                    sheet.teachers(),
                    sheet.specialised(),
                    sheet.dual(),
                    sheet.on());
        }
    }

    private final Suite suite;
    private final Gazetteer gazetteer;
    private final Progress progress;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    Schools(Suite suite, Gazetteer gazetteer, Progress progress) {
        this.suite = suite;
        this.gazetteer = gazetteer;
        this.progress = progress;
    }

    void load(List<School> schools) {
        progress.stage("schools", schools.size());
        Lanes.forEach(schools, this::register);
    }

    /** The id that the register gave the school. */
    String idOf(String key) {
        var id = ids.get(key);
        if (id == null) {
            throw new IllegalArgumentException("no school " + key + " was registered");
        }
        return id;
    }

    private void register(School school) {
        var desk = suite.registry(responsible(school));
        var answer = desk.post("institutions", NewInstitution.of(school));
        var id = answer.text("id");
        ids.put(school.key(), id);
        for (var sheet : school.sheets()) {
            answer = file(desk, id, sheet, answer);
        }
        if (school.suspended() != null) {
            desk.post(
                    "institutions/" + id + "/enrolment-suspension",
                    Map.of("reason", "演示: 停止招生", "effectiveOn", school.suspended()));
        }
        progress.step();
    }

    private static Answer file(Desk desk, String id, Sheet sheet, Answer before) {
        var institution = "institutions/" + id;
        return desk.put(
                institution + "/condition-sheets/" + sheet.year(),
                NewSheet.of(sheet),
                institution,
                before.etag(),
                now -> !hasSheet(now, sheet.year()));
    }

    private static boolean hasSheet(JsonNode institution, int year) {
        return institution
                .path("conditionSheets")
                .valueStream()
                .anyMatch(sheet -> sheet.path("year").asInt() == year);
    }

    /** The province registers its own college; everything else the city's office does, for what lies below it. */
    private String responsible(School school) {
        return school.administeredBy().equals(gazetteer.province().code())
                ? Suite.OFFICE
                : Suite.cityOffice(gazetteer.unit(school.administeredBy()));
    }
}
