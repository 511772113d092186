package cn.chuyi.registry;

import static cn.chuyi.registry.Register.API;
import static cn.chuyi.registry.Register.PROGRAMME;
import static cn.chuyi.registry.Register.body;
import static cn.chuyi.registry.Register.office;
import static cn.chuyi.registry.Register.text;

import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalStack.class)
class ProgrammeBadInputIT extends BadInput {

    @Test
    void a_bad_programme_is_refused() {
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
}
