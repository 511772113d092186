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
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalStack.class)
class FreshnessIT {
    private static final int WAITING = 500;
    private static final int TOO_MANY = 10;

    @Inject
    DataSource database;

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

    @Test
    void what_comes_next_in_a_stream_is_heard_or_found_where_another_replica_has_folded_it() throws SQLException {
        var history = new History("FRESH");
        var stream = "freshness-2";
        var first = history.registry(stream, "nothing-that-is-read", Collections.emptyMap())
                .last();
        var token = Tokens.of("office", "430000", "province-office");
        Kafka.send(List.of(first));
        assertThat(statusAfter(first.token(), token)).isEqualTo(200);

        assertThat(statusAfter(stream + "@2", token, "PT0.01S")).isEqualTo(503);
        var second = history.registry(stream, "nothing-that-is-read", Collections.emptyMap())
                .last();
        Kafka.send(List.of(second));
        assertThat(statusAfter(second.token(), token)).isEqualTo(200);

        assertThat(statusAfter(stream + "@3", token, "PT0.1S")).isEqualTo(503);
        try (var connection = database.getConnection();
                var seen = connection.prepareStatement("update live.stream_seen set version = 3 where stream = ?")) {
            seen.setString(1, stream);
            assertThat(seen.executeUpdate()).isPositive();
        }
        assertThat(statusAfter(stream + "@3", token)).isEqualTo(200);
    }

    private static int statusAfter(String fact, String token) {
        return statusAfter(fact, token, "50s");
    }

    private static int statusAfter(String fact, String token, String wait) {
        return HttpCall.to("/api/v1/scores?year=2025&programme=FRESH&wait=" + wait + "&after=" + fact)
                .token(token)
                .get()
                .status();
    }
}
