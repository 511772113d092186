package cn.chuyi.reporting.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.rebuild.pace.Callers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One who is never seen to go would slow every rebuild down for ever. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class CallersIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject
    Callers callers;

    @Test
    void who_reads_is_seen_to_come_and_to_go_and_who_watches_a_rebuild_is_not_seen() {
        await().atMost(LONG).until(() -> !callers.ask());

        given().auth()
                .oauth2(Tokens.of("office", "430000", "province-office"))
                .get("/api/v1/rebuilds")
                .then()
                .statusCode(200);
        assertThat(callers.ask()).isFalse();

        given().get("/api/v1/scoreboards/1999/COUNTY").then().statusCode(404);
        assertThat(callers.ask()).isTrue();
        await().atMost(LONG).until(() -> !callers.ask());
    }
}
