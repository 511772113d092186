package cn.chuyi.registry;

import static cn.chuyi.registry.Register.API;
import static cn.chuyi.registry.Register.PROGRAMME;
import static cn.chuyi.registry.Register.as;
import static cn.chuyi.registry.Register.body;
import static cn.chuyi.registry.Register.created;
import static cn.chuyi.registry.Register.department;
import static cn.chuyi.registry.Register.newProject;
import static cn.chuyi.registry.Register.newSchool;
import static cn.chuyi.registry.Register.office;
import static cn.chuyi.registry.Register.ok;
import static cn.chuyi.registry.Register.school;
import static cn.chuyi.registry.Register.schoolCode;
import static cn.chuyi.registry.Register.sheet;
import static cn.chuyi.registry.Register.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with the register, from the request to the topic. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class RegistryIT {

    @BeforeEach
    void ground() {
        Register.ground();
    }

    @Test
    void a_registered_school_is_on_the_topic_as_a_cloudevent_under_its_stream() {
        String id = newSchool("430181").path("id");
        var record = Topic.await("institution-" + id, 1).getFirst();
        assertThat(Topic.header(record, "ce_type")).isEqualTo("chuyi.registry.institution-registered.v1");
        assertThat(Topic.header(record, "ce_source")).isEqualTo("/registry-service");
        assertThat(Topic.header(record, "ce_subject")).isEqualTo("institution-" + id);
        assertThat(Topic.header(record, "ce_sequence")).isEqualTo("1");
        assertThat(Topic.header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(Topic.header(record, "ce_actor")).isEqualTo("province-office-1");
        assertThat(UUID.fromString(Topic.header(record, "ce_id")).version()).isEqualTo(7);
        assertThat(Topic.value(record))
                .contains("\"locatedIn\":\"430181\"", "\"effectiveOn\":\"2018-09-01\"", "\"demo\":false");
    }

    @Test
    void an_institution_keeps_its_identity_through_names_places_and_codes() {
        var first = newSchool("430181");
        String id = first.path("id");
        String code = first.path("code");
        office().header("If-Match", first.header("ETag"))
                .body(body(
                        "name", "浏阳市楚怡中等职业学校",
                        "locatedIn", "430100",
                        "administeredBy", body("authority", "长沙市教育局", "division", "430100"),
                        "effectiveOn", "2023-09-01"))
                .patch(API + "/institutions/code:" + code)
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .header("X-Event-Position", "institution-" + id + "@4")
                .body("name", equalTo("浏阳市楚怡中等职业学校"))
                .body("names.value", contains("浏阳市职业中专", "浏阳市楚怡中等职业学校"))
                .body("locations.value", contains("430181", "430100"));
        String next = schoolCode();
        ok(office().body(body("code", next, "effectiveOn", "2024-01-01"))
                .post(API + "/institutions/" + id + "/recoding"));
        for (String name : List.of(id, "code:" + code, "code:" + next)) {
            given().get(API + "/institutions/" + name)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id), "code", equalTo(next), "codes.value", contains(code, next));
        }
        assertThat(Topic.await("institution-" + id, 5))
                .extracting(record -> Topic.header(record, "ce_type").replace("chuyi.registry.", ""))
                .containsExactly(
                        "institution-registered.v1",
                        "institution-renamed.v1",
                        "institution-relocated.v1",
                        "institution-authority-changed.v1",
                        "institution-recoded.v1");
    }

    @Test
    void a_condition_sheet_stands_beside_the_standards_and_only_who_reaches_the_school_sees_it() {
        var school = newSchool("430181");
        String path = API + "/institutions/" + school.path("id");
        as("county-filler", "430181")
                .header("If-Match", school.header("ETag"))
                .body(sheet())
                .put(path + "/condition-sheets/2024")
                .then()
                .statusCode(200)
                .body("conditionSheets", hasSize(1))
                .body("conditionSheets[0].year", equalTo(2024))
                .body("conditionSheets[0].effectiveOn", equalTo("2024-12-31"))
                .body("conditionSheets[0].conditions.find { it.code == 'S-01' }.standard", equalTo("40000"))
                .body("conditionSheets[0].conditions.find { it.code == 'S-02' }.value", nullValue())
                .body("conditionSheets[0].conditions.find { it.code == 'S-06' }.value", equalTo("20.00"))
                .body("conditionSheets[0].conditions.find { it.code == 'S-06' }.direction", equalTo("AT_MOST"))
                .body("conditionSheets[0].conditions.find { it.code == 'S-10' }.value", equalTo("55.00"))
                .body("conditionSheets[0].conditions.find { it.code == 'S-12' }.applicable", equalTo(false));
        as("auditor", null).get(path).then().body("conditionSheets", hasSize(1));
        as("city-office", "430100").get(path).then().body("conditionSheets", hasSize(1));
        as("city-office", "433100").get(path).then().body("conditionSheets", hasSize(0));
        given().get(path).then().statusCode(200).body("conditionSheets", hasSize(0));
    }

    @Test
    void a_school_that_rests_and_closes_says_so() {
        String path = API + "/institutions/" + newSchool("430181").path("id");
        ok(office().body(body("reason", "调整", "effectiveOn", "2024-05-01")).post(path + "/enrolment-suspension"))
                .then()
                .body("enrols", equalTo(false));
        ok(office().body(body("effectiveOn", "2025-05-01")).post(path + "/enrolment-resumption"))
                .then()
                .body("enrols", equalTo(true), "enrolment.enrols", contains(false, true));
        String successor = newSchool("430181").path("id");
        ok(office().body(body("successor", successor, "effectiveOn", "2025-08-31"))
                        .post(path + "/closure"))
                .then()
                .body("closedOn", equalTo("2025-08-31"), "successor", equalTo(successor));
        office().body(body())
                .post(path + "/enrolment-suspension")
                .then()
                .statusCode(409)
                .body("code", equalTo("INSTITUTION_CLOSED"));
    }

    @Test
    void a_project_goes_from_declaration_to_recognition() {
        String id = newProject("BASE", "430181").path("id");
        String path = API + "/projects/" + id;
        var city = "430100";
        ok(as("city-office", city).body(body("effectiveOn", "2022-07-01")).post(path + "/recommendation"));
        var listed = ok(department()
                .body(body("batch", "第一批", "notice", "湘教通〔2022〕1号", "effectiveOn", "2022-12-01"))
                .post(path + "/listing"));
        var agreed = ok(as("city-office", city)
                .header("If-Match", listed.header("ETag"))
                .body(body("planned", "100", "effectiveOn", "2023-01-10"))
                .put(path + "/task-books/2023"));
        assertThat(agreed.header("ETag")).isEqualTo("\"4\"");
        ok(as("county-filler", "430181")
                .body(body(
                        "year", 2023, "done", "62.5", "evidence", List.of("a".repeat(64)), "effectiveOn", "2023-12-20"))
                .post(path + "/progress"));
        ok(as("county-filler", "430181")
                .body(body("year", 2023, "planned", "1000000.00", "paidIn", "250000", "effectiveOn", "2023-12-20"))
                .post(path + "/funds"));
        ok(as("county-filler", "430181")
                .body(body("year", 2023, "paidIn", "250000.50", "effectiveOn", "2023-12-21"))
                .post(path + "/funds"));
        ok(department().body(body("effectiveOn", "2025-06-01")).post(path + "/acceptance"));
        ok(department()
                        .body(body("notice", "湘教通〔2025〕9号", "effectiveOn", "2025-07-01"))
                        .post(path + "/recognition"))
                .then()
                .body("status", equalTo("RECOGNISED"))
                .body("procedure.status", contains("DECLARED", "RECOMMENDED", "LISTED", "ACCEPTED", "RECOGNISED"))
                .body("procedure[1].note", equalTo(city))
                .body("taskBooks.2023.planned", equalTo("100"))
                .body("taskBooks.2023.done", equalTo("62.5"))
                .body("funds.2023.planned", equalTo("1000000.00"))
                .body("fundsInAll.paidIn", equalTo("500000.50"));
        given().get(path).then().statusCode(200).body("taskBooks.size()", equalTo(0));
        assertThat(Topic.await("project-" + id, 10)).hasSize(10);
    }

    @Test
    void stages_come_from_the_programme_and_only_go_forward() {
        String path = API + "/projects/" + newProject("REBUILD", "430181").path("id");
        ok(department()
                        .body(body("stage", "STARTED", "effectiveOn", "2023-03-01"))
                        .post(path + "/stages"))
                .then()
                .body("stage", equalTo("STARTED"))
                .body("stages.code", contains("APPROVED", "STARTED", "COMPLETED"))
                .body("stages.reachedOn", contains(null, "2023-03-01", null));
        department()
                .body(body("stage", "APPROVED"))
                .post(path + "/stages")
                .then()
                .statusCode(409)
                .body("code", equalTo("STAGE_BACKWARD"), "errors.pointer", contains("/stage"));
        ok(department().body(body("reason", "停建")).post(path + "/termination"));
        department()
                .body(body("stage", "COMPLETED"))
                .post(path + "/stages")
                .then()
                .statusCode(409);
    }

    @Test
    void members_of_a_group_join_and_leave() {
        var school = newSchool("430181");
        String path = API + "/projects/" + newProject("GROUP", "430181").path("id");
        ok(department().body(body("institution", school.path("id"))).post(path + "/members"));
        ok(department().body(body("name", "某企业")).post(path + "/members"))
                .then()
                .body("members.name", contains("浏阳市职业中专", "某企业"));
        ok(department().body(body("name", "某企业")).post(path + "/member-departures"))
                .then()
                .body("members", hasSize(1));
    }

    @Test
    void a_recoded_division_is_one_division_and_what_lay_under_the_old_code_stays_in_reach() {
        Register.division("431100", "永州市", "CITY", "430000");
        Register.division("431121", "祁阳县", "COUNTY", "431100");
        String school = created(office().body(school(null, "431121")).post(API + "/institutions"))
                .path("id");
        created(office().body(body("newCode", "431181", "name", "祁阳市", "effectiveOn", "2021-01-20"))
                        .post(API + "/divisions/431121/recoding"))
                .then()
                .body("predecessor", equalTo("431121"), "level", equalTo("COUNTY"), "parent", equalTo("431100"))
                .body("formerCodes.name", contains("祁阳县"));
        given().get(API + "/divisions/431121")
                .then()
                .body("closedOn", equalTo("2021-01-20"), "successor", equalTo("431181"));
        given().get(API + "/divisions?parent=431100&asOf=2020-12-31").then().body("items.name", contains("祁阳县"));
        given().get(API + "/divisions?parent=431100").then().body("items.name", contains("祁阳市"));
        given().get(API + "/institutions?locatedIn=431181").then().body("items.id", contains(school));
        ok(as("county-filler", "431181")
                .body(body("effectiveOn", "2024-01-01"))
                .post(API + "/institutions/" + school + "/enrolment-suspension"));
    }

    @Test
    void an_arrangement_by_the_city_is_kept_with_its_document() {
        Register.division("430102", "芙蓉区", "COUNTY", "430100");
        ok(office().body(body(
                                "schoolKinds", List.of("SECONDARY_VOCATIONAL_SCHOOL"),
                                "document", "长政办〔2023〕1号",
                                "effectiveOn", "2023-01-01"))
                        .post(API + "/divisions/430102/unified-arrangements"))
                .then()
                .body("unifiedArrangements.document", hasItem("长政办〔2023〕1号"));
    }

    @Test
    void a_target_is_the_one_claim_that_somebody_adopted_with_a_reason() {
        String task = API + "/programmes/" + PROGRAMME + "/tasks/T1";
        created(office().body(body("value", "80", "source", "copy 000", "confidence", "HIGH"))
                .post(task + "/claims"));
        var claimed =
                created(office().body(body("value", "18", "source", "copy 004", "confidence", "LOW", "note", "misread"))
                        .post(task + "/claims"));
        as("province-chair", "430000")
                .header("If-Match", claimed.header("ETag"))
                .body(body("claim", 1, "reason", "公开记录一致"))
                .put(task + "/target")
                .then()
                .statusCode(200)
                .body("tasks[0].claims", hasSize(2))
                .body("tasks[0].target.value", equalTo("80"), "tasks[0].target.reason", equalTo("公开记录一致"));
    }

    @Test
    void a_second_programme_with_kinds_of_its_own_needs_no_code() {
        created(office().body(body(
                        "code", "SUCCESSOR-2026",
                        "name", text("后续行动", "Successor"),
                        "document", body("title", "通知", "issuers", List.of()),
                        "from", "2026-01-01",
                        "to", "2030-12-31"))
                .post(API + "/programmes"));
        String path = API + "/programmes/SUCCESSOR-2026";
        created(office().body(body(
                        "kind",
                        "STUDIO",
                        "name",
                        text("工作室", "Studio"),
                        "stages",
                        List.of(body("code", "OPENED", "name", text("挂牌", "Opened"))),
                        "taskBook",
                        false,
                        "funds",
                        false,
                        "members",
                        false))
                .post(path + "/project-kinds"));
        created(office().body(body(
                        "task", "N1",
                        "name", text("工作室", "Studios"),
                        "scope", "PER_CITY",
                        "unit", "个",
                        "projectKinds", List.of("STUDIO")))
                .post(path + "/tasks"));
        var declared = body(
                "programme", "SUCCESSOR-2026",
                "task", "N1",
                "kind", "STUDIO",
                "name", "某工作室",
                "leadUnit", body("name", "某校"),
                "locatedIn", "430100",
                "effectiveOn", "2026-02-01");
        String project =
                created(department().body(declared).post(API + "/projects")).path("id");
        ok(department().body(body("stage", "OPENED")).post(API + "/projects/" + project + "/stages"));
        given().get(API + "/projects?programme=SUCCESSOR-2026&status=DECLARED")
                .then()
                .body("items.id", contains(project));
    }

    @Test
    void a_list_is_paged_by_a_cursor_and_stable_while_rows_arrive() {
        Register.division("433122", "泸溪县", "COUNTY", "433100");
        for (int i = 0; i < 5; i++) {
            newSchool("433122");
        }
        var first =
                ok(given().get(API + "/institutions?locatedIn=433100&q=职业&kind=SECONDARY_VOCATIONAL_SCHOOL&limit=2"));
        List<String> seen = first.path("items.id");
        newSchool("433122");
        String link = first.header("Link");
        assertThat(link).contains("rel=\"next\"");
        var second = ok(given().urlEncodingEnabled(false).get(link.substring(1, link.indexOf('>'))));
        second.then().body("items", hasSize(2));
        for (String id : seen) {
            second.then().body("items.id", not(hasItem(id)));
        }
        given().get(API + "/institutions?limit=501").then().statusCode(400);
        given().get(API + "/institutions?cursor=***").then().statusCode(400);
    }
}
