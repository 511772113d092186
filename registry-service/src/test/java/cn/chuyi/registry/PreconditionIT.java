package cn.chuyi.registry;

import static cn.chuyi.registry.Register.API;
import static cn.chuyi.registry.Register.as;
import static cn.chuyi.registry.Register.body;
import static cn.chuyi.registry.Register.created;
import static cn.chuyi.registry.Register.expect;
import static cn.chuyi.registry.Register.newProject;
import static cn.chuyi.registry.Register.newSchool;
import static cn.chuyi.registry.Register.office;
import static cn.chuyi.registry.Register.ok;
import static cn.chuyi.registry.Register.school;
import static cn.chuyi.registry.Register.schoolCode;
import static cn.chuyi.registry.Register.sheet;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions, repeats, tokens: what must hold before a command is even looked at. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class PreconditionIT {

    @Inject
    Journalled journalled;

    @BeforeEach
    void ground() {
        Register.ground();
    }

    @Test
    void an_update_says_which_version_it_saw() {
        var one = newSchool("430181");
        String path = API + "/institutions/" + one.path("id");
        String before = journalled.soFar();
        expect(428, office().body(body("name", "新校名")).patch(path));
        expect(428, office().body(sheet()).put(path + "/condition-sheets/2024"));
        expect(
                412,
                office().header("If-Match", "\"9\"").body(body("name", "新校名")).patch(path));
        expect(
                412,
                office().header("If-Match", "\"9\"").body(body("reason", "x")).post(path + "/enrolment-suspension"));
        expect(
                400,
                office().header("If-Match", "banana").body(body("name", "新校名")).patch(path));
        assertThat(journalled.soFar()).isEqualTo(before);
        var two = ok(office().header("If-Match", one.header("ETag"))
                .body(body("name", "新校名"))
                .patch(path));
        assertThat(two.header("ETag")).isEqualTo("\"2\"");
        expect(
                412,
                office().header("If-Match", one.header("ETag"))
                        .body(body("name", "旧校名"))
                        .patch(path));
    }

    @Test
    void a_repeated_post_with_its_key_is_answered_as_the_first_and_written_once() {
        String key = UUID.randomUUID().toString();
        var body = school(schoolCode(), "430181");
        var first = created(office().header("Idempotency-Key", key).body(body).post(API + "/institutions"));
        String before = journalled.soFar();
        var again = created(office().header("Idempotency-Key", key).body(body).post(API + "/institutions"));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        expect(
                422,
                office().header("Idempotency-Key", key)
                        .body(school(null, "430181"))
                        .post(API + "/institutions"));
        assertThat(journalled.soFar()).isEqualTo(before);
    }

    @Test
    void a_payment_that_is_sent_twice_with_its_key_is_paid_once() {
        String path = API + "/projects/" + newProject("BASE", "430181").path("id");
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            ok(as("department", "430000")
                    .header("Idempotency-Key", key)
                    .body(body("year", 2023, "paidIn", "10.00"))
                    .post(path + "/funds"));
        }
        assertThat(as("auditor", null).get(path).<String>path("fundsInAll.paidIn"))
                .isEqualTo("10.00");
    }

    @Test
    void of_many_at_once_who_want_one_school_code_one_gets_it() throws Exception {
        String code = schoolCode();
        Callable<Integer> wish = () -> office().body(school(code, "430181"))
                .post(API + "/institutions")
                .statusCode();
        try (var many = Executors.newFixedThreadPool(6)) {
            var answers = many.invokeAll(Stream.generate(() -> wish).limit(6).toList()).stream()
                    .map(answer -> answer.resultNow())
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            assertThat(answers).containsEntry(201, 1L).containsEntry(409, 5L).hasSize(2);
        }
        assertThat(given().get(API + "/institutions/code:" + code).statusCode()).isEqualTo(200);
    }

    @Test
    void of_many_at_once_who_change_one_project_each_is_shown_or_told_that_it_moved() throws Exception {
        String path = API + "/projects/" + newProject("GROUP", "430181").path("id");
        var members = IntStream.range(0, 60).mapToObj(number -> "企业" + number).toList();
        var joined = new ConcurrentLinkedQueue<String>();
        try (var many = Executors.newFixedThreadPool(6)) {
            var answers = many.invokeAll(members.stream()
                    .<Callable<Integer>>map(name -> () -> {
                        int status = Register.department()
                                .body(body("name", name))
                                .post(path + "/members")
                                .statusCode();
                        if (status == 200) {
                            joined.add(name);
                        }
                        return status;
                    })
                    .toList());
            assertThat(answers).extracting(Future::resultNow).containsOnly(200, 409);
        }
        var shown = given().get(path).then().extract();
        assertThat(shown.<List<String>>path("members.name")).containsExactlyInAnyOrderElementsOf(joined);
        assertThat(shown.header("ETag")).isEqualTo("\"" + (joined.size() + 1) + "\"");
    }

    @Test
    void a_token_for_another_audience_or_past_its_time_is_no_token() {
        String before = journalled.soFar();
        for (String token : List.of(
                Tokens.otherAudience("x", "430000", "province-office"),
                Tokens.expired("x", "430000", "province-office"),
                Tokens.of("x", "430000", "province-office") + "x")) {
            for (String path : List.of("/institutions", "/divisions", "/projects", "/programmes")) {
                expect(
                        401,
                        given().auth()
                                .oauth2(token)
                                .contentType(ContentType.JSON)
                                .body("{}")
                                .post(API + path));
            }
        }
        expect(401, given().contentType(ContentType.JSON).body("{}").post(API + "/institutions"));
        assertThat(journalled.soFar()).isEqualTo(before);
    }

    @Test
    void whoever_holds_one_division_cannot_push_a_school_into_another() {
        var one = newSchool("430181");
        expect(
                403,
                as("county-filler", "430181")
                        .header("If-Match", one.header("ETag"))
                        .body(body("locatedIn", "433101"))
                        .patch(API + "/institutions/" + one.path("id")));
        ok(as("department", "430000")
                .header("If-Match", one.header("ETag"))
                .body(body("locatedIn", "433101"))
                .patch(API + "/institutions/" + one.path("id")));
    }

    @Test
    void problems_speak_the_language_of_the_caller() {
        assertThat(given().get(API + "/divisions/439999").<String>path("detail"))
                .isEqualTo("没有区划 439999。");
        assertThat(given().header("Accept-Language", "en")
                        .get(API + "/divisions/439999")
                        .<String>path("detail"))
                .isEqualTo("There is no division 439999.");
    }

    @Test
    void operations_find_health_metrics_and_the_proof_of_the_journal() {
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(given().get("/q/metrics").asString()).contains("journal_appended_total");
        assertThat(as("auditor", null).get(API + "/journal/verification").statusCode())
                .isEqualTo(200);
    }
}
