package cn.chuyi.registry;

import static cn.chuyi.registry.Register.API;
import static cn.chuyi.registry.Register.body;
import static cn.chuyi.registry.Register.department;
import static cn.chuyi.registry.Register.newProject;
import static cn.chuyi.registry.Register.ok;
import static cn.chuyi.registry.Register.project;

import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalStack.class)
class ProjectBadInputIT extends BadInput {

    @Test
    void a_bad_project_is_refused() {
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
        bad(
                400,
                "PARAMETER_MALFORMED",
                "limit",
                () -> department().get(path + "?programme=x&task=x&division=x&limit=x"));
        bad(400, "PARAMETER_MALFORMED", "limit", () -> department().get(path + "?limit=99999999999"));
        bad(
                400,
                "CHARACTER_NOT_ALLOWED",
                null,
                () -> department().body(with(good, "name", "a\u0000b")).post(path));
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
}
