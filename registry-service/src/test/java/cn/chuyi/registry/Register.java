package cn.chuyi.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.test.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the tests say to the register. */
final class Register {
    static final String API = "/api/v1";
    static final String PROGRAMME = "TEST-2022";

    private static final AtomicInteger SERIAL = new AtomicInteger(400_000);

    private Register() {}

    static RequestSpecification as(String role, @Nullable String division) {
        return given().auth()
                .oauth2(Tokens.of(role + "-1", division, role))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en");
    }

    static RequestSpecification office() {
        return as("province-office", "430000");
    }

    static RequestSpecification department() {
        return as("department", "430000");
    }

    /** A body with absent fields left out: name, value, name, value ... */
    static Map<String, Object> body(@Nullable Object... pairs) {
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                body.put(String.valueOf(pairs[i]), value);
            }
        }
        return body;
    }

    static Map<String, Object> text(String zh, String en) {
        return body("zh", zh, "en", en);
    }

    /** Divisions and a programme with three kinds of project; as often as one likes. */
    static void ground() {
        division("430000", "湖南省", "PROVINCE", null);
        division("430100", "长沙市", "CITY", "430000");
        division("430181", "浏阳市", "COUNTY", "430100");
        division("433100", "湘西土家族苗族自治州", "CITY", "430000");
        division("433101", "吉首市", "COUNTY", "433100");
        if (given().get(API + "/programmes/" + PROGRAMME).statusCode() == 404) {
            programme();
        }
    }

    static void division(String code, String name, String level, @Nullable String parent) {
        var body = body("code", code, "name", name, "level", level, "parent", parent, "effectiveOn", "2017-01-01");
        assertThat(office().body(body).post(API + "/divisions").statusCode()).isIn(200, 201);
    }

    private static void programme() {
        created(office().body(body(
                        "code",
                        PROGRAMME,
                        "name",
                        text("试验行动", "Trial"),
                        "document",
                        body("title", "通知", "issuers", List.of("湖南省教育厅")),
                        "from",
                        "2022-04-01",
                        "to",
                        "2025-12-31"))
                .post(API + "/programmes"));
        kind("BASE", List.of(), true, true, false);
        kind("REBUILD", List.of("APPROVED", "STARTED", "COMPLETED"), false, true, false);
        kind("GROUP", List.of(), true, true, true);
        created(office().body(body(
                        "task", "T1",
                        "name", text("基地", "Bases"),
                        "scope", "PROVINCE_QUOTA",
                        "unit", "个",
                        "projectKinds", List.of("BASE", "REBUILD", "GROUP")))
                .post(API + "/programmes/" + PROGRAMME + "/tasks"));
    }

    private static void kind(String code, List<String> stages, boolean taskBook, boolean funds, boolean members) {
        var lines = stages.stream()
                .map(stage -> body("code", stage, "name", text(stage, stage)))
                .toList();
        created(office().body(body(
                        "kind", code,
                        "name", text(code, code),
                        "stages", lines,
                        "taskBook", taskBook,
                        "funds", funds,
                        "members", members))
                .post(API + "/programmes/" + PROGRAMME + "/project-kinds"));
    }

    /** A school code that no test used before. */
    static String schoolCode() {
        return "3643" + SERIAL.incrementAndGet();
    }

    static Map<String, Object> school(@Nullable String code, String division) {
        return body(
                "code", code,
                "name", "浏阳市职业中专",
                "kind", "SECONDARY_VOCATIONAL_SCHOOL",
                "ownership", "PUBLIC",
                "locatedIn", division,
                "administeredBy", body("authority", "教育局", "division", division),
                "effectiveOn", "2018-09-01");
    }

    /** Registers a school and answers it. */
    static Response newSchool(String division) {
        return created(office().body(school(schoolCode(), division)).post(API + "/institutions"));
    }

    static Map<String, Object> sheet() {
        return body(
                "conditions", body("S-01", "40000", "S-08", "2500.50"),
                "students", 2000,
                "teachers", 100,
                "specialisedTeachers", 60,
                "dualQualifiedTeachers", 33);
    }

    static Map<String, Object> project(String kind, String division) {
        return body(
                "programme",
                PROGRAMME,
                "task",
                "T1",
                "kind",
                kind,
                "name",
                "试验基地",
                "leadUnit",
                body("name", "市教育局"),
                "locatedIn",
                division,
                "demo",
                true,
                "effectiveOn",
                "2022-06-01");
    }

    /** Declares a project and answers it. */
    static Response newProject(String kind, String division) {
        return created(department().body(project(kind, division)).post(API + "/projects"));
    }

    static Response created(Response response) {
        return expect(201, response);
    }

    static Response ok(Response response) {
        return expect(200, response);
    }

    static Response expect(int status, Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        return response;
    }
}
