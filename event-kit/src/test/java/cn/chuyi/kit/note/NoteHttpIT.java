package cn.chuyi.kit.note;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a caller of the kit's HTTP shell may rely on. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class NoteHttpIT extends NoteScene {
    @Test
    void a_refusal_names_the_rule_the_field_and_the_way_out_and_writes_nothing() {
        String id = UUID.randomUUID().toString();
        as("ada", "430100", "writer")
                .header("Accept-Language", "en")
                .body(Map.of("text", "damn"))
                .post("/api/v1/notes/430181/" + id)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body(
                        "code",
                        equalTo("TOO_RUDE"),
                        "detail",
                        equalTo("\"damn\" isn't polite."),
                        "remedy",
                        equalTo("Say it nicely."),
                        "errors.pointer",
                        contains("/text"));
        assertThat(rows().of("select payload from journal where stream = ?", "note-" + id))
                .isEmpty();
    }

    @Test
    void bad_json_is_answered_in_chinese_with_the_pointer_of_the_field() {
        as("ada", "430100", "writer")
                .body("{\"text\": [1]}")
                .post("/api/v1/notes/430181/x")
                .then()
                .statusCode(400)
                .body(
                        "code",
                        equalTo("MALFORMED_JSON"),
                        "errors.pointer",
                        contains("/text"),
                        "detail",
                        equalTo("字段的类型或取值不符。"));
        as("ada", "430100", "writer")
                .body("{\"txet\": \"x\"}")
                .post("/api/v1/notes/430181/x")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/txet"), "detail", equalTo("没有名为 txet 的字段；此处可用的字段：text。"));
        as("ada", "430100", "writer")
                .body("{\"text\": ")
                .post("/api/v1/notes/430181/x")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_JSON"));
        as("ada", "430100", "writer")
                .body("{\"text\": \" \"}")
                .post("/api/v1/notes/430181/x")
                .then()
                .statusCode(400)
                .body(
                        "code",
                        equalTo("INVALID_REQUEST"),
                        "errors.pointer",
                        contains("/text"),
                        "errors.detail",
                        contains("不能为空"));
        as("ada", "430100", "writer")
                .header("Accept-Language", "en")
                .body("{\"text\": \" \"}")
                .post("/api/v1/notes/430181/x")
                .then()
                .statusCode(400)
                .body("errors.detail", contains("must not be blank"));
    }

    @Test
    void what_is_neither_true_nor_false_is_refused_and_not_taken_for_false() {
        String path = "/api/v1/notes/x?polite=";
        for (String value : List.of("true", "false", "true&rude=false", "")) {
            given().get(path + value).then().statusCode(200);
        }
        for (String value : List.of("maybe", "TRUE", "1")) {
            given().get(path + value)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("PARAMETER_MALFORMED"), "errors.pointer", contains("polite"));
        }
        given().get(path + "true&rude=maybe").then().statusCode(400).body("errors.pointer", contains("rude"));
    }

    @Test
    void a_character_that_no_text_can_have_is_refused_and_nothing_is_written() {
        double before = appended();
        as("ada", "430100", "writer")
                .urlEncodingEnabled(false)
                .body("{\"text\": \"fine\"}")
                .post("/api/v1/notes/430181/a%00b")
                .then()
                .statusCode(400)
                .body("code", equalTo("CHARACTER_NOT_ALLOWED"));
        assertThat(appended()).isEqualTo(before);
    }

    @Test
    void an_update_needs_the_version_that_the_caller_saw() {
        String id = write("one")
                .extract()
                .header("X-Event-Position")
                .replace("note-", "")
                .replace("@1", "");
        as("ada", "430100", "writer")
                .body(Map.of("text", "two"))
                .put("/api/v1/notes/" + id)
                .then()
                .statusCode(428);
        as("ada", "430100", "writer")
                .header("If-Match", "banana")
                .body(Map.of("text", "two"))
                .put("/api/v1/notes/" + id)
                .then()
                .statusCode(400);
        as("ada", "430100", "writer")
                .header("If-Match", "\"0\"")
                .body(Map.of("text", "two"))
                .put("/api/v1/notes/" + id)
                .then()
                .statusCode(412);
        as("ada", "430100", "writer")
                .header("If-Match", "\"1\"")
                .body(Map.of("text", "two"))
                .put("/api/v1/notes/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    @Test
    void whoever_has_no_valid_token_for_this_audience_is_asked_to_sign_in() {
        given().contentType(ContentType.JSON)
                .body(Map.of("text", "x"))
                .post("/api/v1/notes/430181/x")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("UNAUTHENTICATED"));
        for (String token : List.of(
                Tokens.otherAudience("ada", "430100", "writer"),
                Tokens.expired("ada", "430100", "writer"),
                Tokens.of("ada", "430100", "writer") + "x")) {
            given().auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .body(Map.of("text", "x"))
                    .post("/api/v1/notes/430181/x")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("UNAUTHENTICATED"));
        }
    }

    @Test
    void a_token_that_was_good_is_refused_when_it_is_over_or_altered() {
        assertThat(written(Tokens.of("ada", "430100", "writer"))).isEqualTo(201);
        String brief = Tokens.brief(Duration.ofSeconds(6), "ada", "430100", "writer");
        assertThat(written(brief)).isEqualTo(201);

        assertThat(written(brief + "x")).isEqualTo(401);
        assertThat(written(brief.substring(0, brief.length() - 4))).isEqualTo(401);
        await().atMost(Duration.ofSeconds(20)).until(() -> written(brief) == 401);
    }

    @Test
    void two_callers_in_turns_are_never_taken_for_each_other() {
        for (int i = 0; i < 10; i++) {
            assertThat(written(Tokens.of("ada", "430100", "writer"))).isEqualTo(201);
            assertThat(written(Tokens.of("ada", "433100", "writer"))).isEqualTo(403);
        }
    }

    private static int written(String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "x"))
                .post("/api/v1/notes/430181/" + UUID.randomUUID())
                .statusCode();
    }

    @Test
    void a_division_reaches_down_by_parent_and_a_role_as_far_as_the_table_says() {
        as("ada", "430100", "writer")
                .body(Map.of("text", "x"))
                .post("/api/v1/notes/433101/n1")
                .then()
                .statusCode(403)
                .body("code", equalTo("FOREIGN_UNIT"));
        as("ada", "433100", "writer")
                .body(Map.of("text", "x"))
                .post("/api/v1/notes/433101/n2")
                .then()
                .statusCode(201);
        as("bob", "433100", "clerk")
                .body(Map.of("text", "x"))
                .post("/api/v1/notes/433101/n3")
                .then()
                .statusCode(403);
        as("bob", "433101", "clerk")
                .body(Map.of("text", "x"))
                .post("/api/v1/notes/433101/n4")
                .then()
                .statusCode(201);
        as("eve", "430000", "stranger")
                .body(Map.of("text", "x"))
                .post("/api/v1/notes/433101/n5")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void an_endpoint_that_no_table_knows_is_denied() {
        as("ada", "430000", "writer").get("/api/v1/notes/1/unlisted").then().statusCode(403);
        as("ada", "430000", "writer")
                .get("/api/v1/no-such-thing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        as("ada", "430000", "writer")
                .delete("/api/v1/notes/1")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("code", equalTo("HTTP_405"), "detail", equalTo("请求无法处理：此地址不支持该方法。"));
        as("ada", "430000", "writer")
                .header("Accept-Language", "en")
                .delete("/api/v1/notes/1")
                .then()
                .body("detail", equalTo("The request cannot be served: Method Not Allowed."));
    }
}
