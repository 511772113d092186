package cn.chuyi.registry;

import static cn.chuyi.registry.Register.API;
import static cn.chuyi.registry.Register.body;
import static cn.chuyi.registry.Register.newSchool;
import static cn.chuyi.registry.Register.office;
import static cn.chuyi.registry.Register.school;
import static cn.chuyi.registry.Register.sheet;

import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalStack.class)
class InstitutionBadInputIT extends BadInput {

    @Test
    void a_bad_institution_is_refused() {
        String path = API + "/institutions";
        var one = newSchool("430181");
        String code = one.path("code");
        String its = path + "/" + one.path("id");
        bad(
                409,
                "SCHOOL_CODE_TAKEN",
                "/code",
                () -> office().body(school(code, "430181")).post(path));
        bad(
                422,
                "SCHOOL_CODE_MALFORMED",
                "/code",
                () -> office().body(school("3644000001", "430181")).post(path));
        bad(
                422,
                "DIVISION_NOT_STANDING",
                "/locatedIn",
                () -> office().body(school(null, "439999")).post(path));
        bad(
                422,
                "DIVISION_NOT_STANDING",
                "/locatedIn",
                () -> office().body(with(school(null, "430181"), "effectiveOn", "2016-01-01"))
                        .post(path));
        bad(
                422,
                "DIVISION_NOT_STANDING",
                "/administeredBy/division",
                () -> office().body(with(
                                school(null, "430181"),
                                "administeredBy",
                                body("authority", "某局", "division", "439999")))
                        .post(path));
        bad(
                400,
                "INVALID_REQUEST",
                "/administeredBy/authority",
                () -> office().body(with(school(null, "430181"), "administeredBy", body("authority", "")))
                        .post(path));
        bad(
                400,
                "MALFORMED_JSON",
                "/kind",
                () -> office().body(with(school(null, "430181"), "kind", "KINDERGARTEN"))
                        .post(path));
        bad(
                422,
                "BEFORE_REGISTRATION",
                "/effectiveOn",
                () -> office().body(body("effectiveOn", "2018-08-31")).post(its + "/enrolment-suspension"));
        bad(409, "ENROLMENT_NOT_SUSPENDED", null, () -> office().body(body()).post(its + "/enrolment-resumption"));
        bad(
                422,
                "SUCCESSOR_UNKNOWN",
                "/successor",
                () -> office().body(body("successor", "code:1")).post(its + "/closure"));
        bad(404, "INSTITUTION_UNKNOWN", null, () -> office().get(path + "/code:0000000000"));
        bad(404, "INSTITUTION_UNKNOWN", null, () -> office().get(path + "/banana"));
        String tag = one.header("ETag");
        bad(
                422,
                "CONDITION_UNKNOWN",
                "/conditions/S-99",
                () -> file(its, tag, with(sheet(), "conditions", body("S-99", "1"))));
        bad(
                422,
                "CONDITION_NEGATIVE",
                "/conditions/S-01",
                () -> file(its, tag, with(sheet(), "conditions", body("S-01", "-1"))));
        bad(
                422,
                "TEACHERS_INCONSISTENT",
                "/dualQualifiedTeachers",
                () -> file(its, tag, with(sheet(), "dualQualifiedTeachers", 61)));
        bad(400, "INVALID_REQUEST", "/students", () -> file(its, tag, with(sheet(), "students", -5)));
        bad(422, "PROFILE_UNKNOWN", "/profile", () -> file(its, tag, with(sheet(), "profile", "MUSIC")));
        bad(400, "PARAMETER_INVALID", "kind", () -> office().get(path + "?kind=school"));
    }

    private static Response file(String institution, String tag, Map<String, Object> body) {
        return office().header("If-Match", tag).body(body).put(institution + "/condition-sheets/2024");
    }
}
