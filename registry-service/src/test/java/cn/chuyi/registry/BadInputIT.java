package cn.chuyi.registry;

import static cn.chuyi.registry.Register.API;
import static cn.chuyi.registry.Register.PROGRAMME;
import static cn.chuyi.registry.Register.body;
import static cn.chuyi.registry.Register.department;
import static cn.chuyi.registry.Register.newProject;
import static cn.chuyi.registry.Register.newSchool;
import static cn.chuyi.registry.Register.office;
import static cn.chuyi.registry.Register.ok;
import static cn.chuyi.registry.Register.project;
import static cn.chuyi.registry.Register.school;
import static cn.chuyi.registry.Register.sheet;
import static cn.chuyi.registry.Register.text;
import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of bad input is answered with what is wrong, where, and what to do; and nothing is written. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class BadInputIT {

    @Inject
    Journalled journalled;

    @BeforeEach
    void ground() {
        Register.ground();
    }

    @Test
    void divisions() {
        String path = API + "/divisions";
        var county = body(
                "code", "430199", "name", "某县", "level", "COUNTY", "parent", "430100", "effectiveOn", "2020-01-01");
        bad(
                400,
                "INVALID_REQUEST",
                "/code",
                () -> office().body(with(county, "code", "43018")).post(path));
        bad(
                400,
                "INVALID_REQUEST",
                "/name",
                () -> office().body(with(county, "name", " ")).post(path));
        bad(
                400,
                "INVALID_REQUEST",
                "/effectiveOn",
                () -> office().body(with(county, "effectiveOn", null)).post(path));
        bad(
                400,
                "MALFORMED_JSON",
                "/effectiveOn",
                () -> office().body(with(county, "effectiveOn", "1 May")).post(path));
        bad(
                400,
                "MALFORMED_JSON",
                "/level",
                () -> office().body(with(county, "level", "VILLAGE")).post(path));
        bad(
                400,
                "MALFORMED_JSON",
                "/colour",
                () -> office().body(with(county, "colour", "red")).post(path));
        bad(400, "MALFORMED_JSON", null, () -> office().body("{").post(path));
        bad(
                422,
                "EFFECTIVE_DATE_IMPLAUSIBLE",
                "/effectiveOn",
                () -> office().body(with(county, "effectiveOn", "2999-01-01")).post(path));
        bad(
                422,
                "EFFECTIVE_DATE_IMPLAUSIBLE",
                "/effectiveOn",
                () -> office().body(with(county, "effectiveOn", "0202-01-01")).post(path));
        bad(
                422,
                "PARENT_UNKNOWN",
                "/parent",
                () -> office().body(with(county, "parent", "439900")).post(path));
        bad(
                422,
                "PARENT_UNKNOWN",
                "/parent",
                () -> office().body(with(county, "effectiveOn", "2016-12-31")).post(path));
        bad(
                422,
                "PARENT_LEVEL",
                "/parent",
                () -> office().body(with(county, "parent", "430181")).post(path));
        bad(
                422,
                "PARENT_MISSING",
                "/parent",
                () -> office().body(with(county, "parent", null)).post(path));
        bad(
                409,
                "DIVISION_EXISTS",
                "/code",
                () -> office().body(with(county, "code", "430181")).post(path));
        bad(
                404,
                "DIVISION_UNKNOWN",
                null,
                () -> office().body(body("name", "某县")).post(path + "/439999/renaming"));
        bad(
                409,
                "DIVISION_EXISTS",
                "/newCode",
                () -> office().body(body("newCode", "433101", "name", "某县")).post(path + "/430181/recoding"));
        bad(409, "BELOW_STILL_OPEN", null, () -> office().body(body()).post(path + "/430100/closure"));
        bad(
                422,
                "SUCCESSOR_UNKNOWN",
                "/successor",
                () -> office().body(body("successor", "439999")).post(path + "/430181/closure"));
        bad(404, "DIVISION_UNKNOWN", null, () -> office().get(path + "/439999"));
        bad(400, "PARAMETER_INVALID", "level", () -> office().get(path + "?level=village"));
        bad(400, "PARAMETER_INVALID", "asOf", () -> office().get(path + "?asOf=yesterday"));
    }

    @Test
    void programmes() {
        String path = API + "/programmes/" + PROGRAMME;
        bad(
                409,
                "PROGRAMME_EXISTS",
                "/code",
                () -> office().body(body(
                                "code",
                                PROGRAMME,
                                "name",
                                text("又", "Again"),
                                "document",
                                body("title", "通知", "issuers", List.of()),
                                "from",
                                "2022-01-01",
                                "to",
                                "2022-12-31"))
                        .post(API + "/programmes"));
        bad(
                422,
                "PERIOD_INVERTED",
                "/to",
                () -> office().body(body(
                                "code", "BACKWARD",
                                "name", text("倒", "Backward"),
                                "document", body("title", "通知", "issuers", List.of()),
                                "from", "2022-01-01",
                                "to", "2021-12-31"))
                        .post(API + "/programmes"));
        bad(
                422,
                "KIND_UNKNOWN",
                "/projectKinds",
                () -> office().body(body(
                                "task", "T9",
                                "name", text("任务", "Task"),
                                "scope", "PER_CITY",
                                "unit", "个",
                                "projectKinds", List.of("UNHEARD_OF")))
                        .post(path + "/tasks"));
        var claim = body("value", "80", "source", "copy", "confidence", "HIGH");
        bad(404, "TASK_UNKNOWN", null, () -> office().body(claim).post(path + "/tasks/T9/claims"));
        bad(
                400,
                "INVALID_REQUEST",
                "/value",
                () -> office().body(with(claim, "value", "-1")).post(path + "/tasks/T1/claims"));
        bad(
                400,
                "MALFORMED_JSON",
                "/value",
                () -> office().body(with(claim, "value", "1e9")).post(path + "/tasks/T1/claims"));
        String tag = office().get(path).header("ETag");
        bad(
                422,
                "CLAIM_UNKNOWN",
                "/claim",
                () -> office().header("If-Match", tag)
                        .body(body("claim", 99, "reason", "x"))
                        .put(path + "/tasks/T1/target"));
        bad(
                400,
                "INVALID_REQUEST",
                "/reason",
                () -> office().header("If-Match", tag)
                        .body(body("claim", 1, "reason", ""))
                        .put(path + "/tasks/T1/target"));
        bad(404, "PROGRAMME_UNKNOWN", null, () -> office().get(API + "/programmes/NO-SUCH"));
    }

    @Test
    void institutions() {
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

    @Test
    void projects() {
        String path = API + "/projects";
        var good = project("BASE", "430181");
        bad(
                422,
                "PROGRAMME_NOT_KNOWN",
                "/programme",
                () -> department().body(with(good, "programme", "NO")).post(path));
        bad(
                422,
                "TASK_NOT_KNOWN",
                "/task",
                () -> department().body(with(good, "task", "T9")).post(path));
        bad(
                422,
                "KIND_NOT_OF_TASK",
                "/kind",
                () -> department().body(with(good, "kind", "BAND")).post(path));
        bad(
                422,
                "DIVISION_NOT_STANDING",
                "/locatedIn",
                () -> department().body(with(good, "locatedIn", "439999")).post(path));
        bad(
                422,
                "LEAD_UNIT_UNKNOWN",
                "/leadUnit/code",
                () -> department()
                        .body(with(good, "leadUnit", body("code", "3643000000")))
                        .post(path));
        bad(
                422,
                "NAME_MISSING",
                "/leadUnit/name",
                () -> department().body(with(good, "leadUnit", body())).post(path));
        bad(404, "PROJECT_UNKNOWN", null, () -> department().get(path + "/banana"));
        var declared = newProject("BASE", "430181");
        String its = path + "/" + declared.path("id");
        var progress = body("year", 2023, "done", "101");
        bad(409, "TASK_BOOK_MISSING", "/year", () -> department().body(progress).post(its + "/progress"));
        ok(department()
                .header("If-Match", declared.header("ETag"))
                .body(body("planned", "100"))
                .put(its + "/task-books/2023"));
        bad(
                422,
                "PROGRESS_ABOVE_PLAN",
                "/done",
                () -> department().body(progress).post(its + "/progress"));
        bad(
                400,
                "INVALID_REQUEST",
                "/evidence/0",
                () -> department()
                        .body(with(progress, "evidence", List.of("abc")))
                        .post(its + "/progress"));
        bad(
                422,
                "KIND_WITHOUT_STAGES",
                "/stage",
                () -> department().body(body("stage", "STARTED")).post(its + "/stages"));
        bad(
                422,
                "FUNDS_EMPTY",
                null,
                () -> department().body(body("year", 2023)).post(its + "/funds"));
        bad(
                400,
                "INVALID_REQUEST",
                "/paidIn",
                () -> department().body(body("year", 2023, "paidIn", "0.001")).post(its + "/funds"));
        bad(
                422,
                "KIND_WITHOUT_MEMBERS",
                null,
                () -> department().body(body("name", "某企业")).post(its + "/members"));
        bad(409, "STATUS_FORBIDS", null, () -> department().body(body()).post(its + "/acceptance"));
        bad(400, "PARAMETER_INVALID", "status", () -> department().get(path + "?status=DONE"));
    }

    private static Response file(String institution, String tag, Map<String, Object> body) {
        return office().header("If-Match", tag).body(body).put(institution + "/condition-sheets/2024");
    }

    /** The same body with one field changed, or left out. */
    private static Map<String, Object> with(Map<String, Object> body, String field, @Nullable Object value) {
        var next = new LinkedHashMap<>(body);
        if (value == null) {
            next.remove(field);
        } else {
            next.put(field, value);
        }
        return next;
    }

    private void bad(int status, String code, @Nullable String pointer, Supplier<Response> request) {
        String before = journalled.soFar();
        Response answer = request.get();
        String told = answer.asString();
        assertThat(answer.statusCode()).as(told).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).as(told).isEqualTo(code);
        assertThat(answer.<String>path("detail")).isNotBlank();
        assertThat(answer.<String>path("remedy")).isNotBlank();
        if (pointer != null) {
            assertThat(answer.<List<String>>path("errors.pointer")).as(told).contains(pointer);
        }
        assertThat(journalled.soFar()).as("written in spite of " + code).isEqualTo(before);
    }
}
