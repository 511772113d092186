package cn.chuyi.reporting.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.chuyi.kit.test.HttpCall;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.reporting.History;
import cn.chuyi.reporting.Kafka;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalStack.class)
class FreshnessIT {
    private static final int WAITING = 500;
    private static final int TOO_MANY = 10;

    @Test
    void five_hundred_who_wait_hear_of_the_fact_and_more_are_told_to_come_again() {
        var fact = new History("FRESH")
                .registry("freshness-1", "nothing-that-is-read", Collections.emptyMap())
                .last();
        var token = Tokens.of("office", "430000", "province-office");
        var answers = new ConcurrentLinkedQueue<Integer>();
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, WAITING + TOO_MANY)
                    .forEach(_ -> askers.execute(() -> answers.add(statusAfter(fact.token(), token))));
            await().atMost(Duration.ofSeconds(30)).until(() -> answers.size() == TOO_MANY);
            Kafka.send(List.of(fact));
        }
        assertThat(answers)
                .hasSize(WAITING + TOO_MANY)
                .startsWith(Collections.nCopies(TOO_MANY, 503).toArray(Integer[]::new))
                .endsWith(Collections.nCopies(WAITING, 200).toArray(Integer[]::new));
    }

    private static int statusAfter(String fact, String token) {
        return HttpCall.to("/api/v1/scores?year=2025&programme=FRESH&wait=50s&after=" + fact)
                .token(token)
                .get()
                .status();
    }
}
