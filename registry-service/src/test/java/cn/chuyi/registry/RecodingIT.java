package cn.chuyi.registry;

import static cn.chuyi.registry.Register.API;
import static cn.chuyi.registry.Register.newSchool;
import static cn.chuyi.registry.Register.schoolCode;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.chuyi.kit.test.HttpCall;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A recoding writes rows before its end. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class RecodingIT {
    private static final int TIMES = 100;

    @BeforeEach
    void ground() {
        Register.ground();
    }

    /** If one of two had rows that the other needs, and waited for its facts, PostgreSQL would end one of them. */
    @Test
    void recodings_of_one_school_at_the_same_time_come_one_after_another_or_too_late() throws Exception {
        var school = newSchool("430181");
        String id = school.path("id");
        var calls = new ArrayList<Callable<HttpCall.Answer>>();
        for (int i = 0; i < TIMES; i++) {
            String code = schoolCode();
            calls.add(() -> HttpCall.to(API + "/institutions/" + id + "/recoding")
                    .token(Tokens.of("province-office-1", "430000", "province-office"))
                    .sendJson("POST", "{\"code\": \"" + code + "\", \"effectiveOn\": \"2024-01-01\"}"));
        }

        try (var callers = Executors.newFixedThreadPool(8)) {
            var answers =
                    callers.invokeAll(calls).stream().map(Future::resultNow).toList();

            assertThat(answers).extracting(HttpCall.Answer::status).containsOnly(200, 409);
            var accepted =
                    answers.stream().filter(answer -> answer.status() == 200).toList();
            given().get(API + "/institutions/" + id)
                    .then()
                    .header("ETag", equalTo("\"" + (accepted.size() + 1) + "\""));
        }
    }
}
