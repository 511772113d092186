package cn.chuyi.reporting;

import static cn.chuyi.reporting.DemoHistory.COUNTY;
import static cn.chuyi.reporting.DemoHistory.OTHER_COUNTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.chuyi.kit.test.Endpoints;
import cn.chuyi.kit.test.HttpCall.Answer;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Roles;
import cn.chuyi.reporting.Asking.Asker;
import cn.chuyi.reporting.Expected.Everybody;
import cn.chuyi.reporting.Expected.Part;
import cn.chuyi.reporting.Expected.Roled;
import cn.chuyi.reporting.Expected.Sighted;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint of the running service, for every role and division, and for nobody: as {@link AccessTable} says, and
 * denied otherwise. There is a published county and one that is not; divisions are seen from the latter.
 */
@QuarkusTest
@WithTestResource(LocalStack.class)
class AccessIT {
    private static final String OPERATIONS = "/api/v1/rebuilds";
    private static final Asker ADMIN = new Asker("admin", "430000");

    private static boolean there;

    private final Asking asking = new Asking("ACCESS", OTHER_COUNTY);

    @BeforeEach
    void a_county_is_published_and_another_is_not() {
        if (!there) {
            var history = DemoHistory.of("ACCESS");
            Kafka.send(history.entries());
            var path = "/api/v1/scoreboards/2025/COUNTY?wait=20s&after=" + history.positions();
            assertThat(asking.get(path, ADMIN).status()).isEqualTo(200);
            there = true;
        }
    }

    @AfterEach
    void no_rebuild_is_left_running() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !asking.get(OPERATIONS, ADMIN).body().contains("RUNNING"));
    }

    @Test
    void every_endpoint_says_here_whom_it_is_for() {
        var unsaid = new TreeSet<>(Endpoints.running());
        unsaid.removeAll(AccessTable.ENDPOINTS.keySet());
        assertThat(unsaid)
                .as("endpoints without an expectation: add for each a line to AccessTable.ENDPOINTS, which says whether"
                        + " Everybody may call it, only the Roled, who is Sighted for the unit, or sees a Part")
                .isEmpty();
        var gone = new TreeSet<>(AccessTable.ENDPOINTS.keySet());
        gone.removeAll(Endpoints.running());
        assertThat(gone)
                .as("lines of AccessTable.ENDPOINTS without an endpoint")
                .isEmpty();
    }

    @Test
    void every_endpoint_is_for_those_and_denied_otherwise() {
        var calls = calls();
        var before = asking.get(OPERATIONS, ADMIN).body();
        calls.stream().filter(call -> !call.granted()).forEach(this::check);
        assertThat(asking.get(OPERATIONS, ADMIN).body())
                .as("denied and done nevertheless")
                .isEqualTo(before);
        calls.stream().filter(Call::granted).forEach(this::check);
    }

    private record Call(String endpoint, Expected expected, Asker asker) {

        boolean granted() {
            return expected.grants(asker);
        }
    }

    private static List<Call> calls() {
        var calls = new ArrayList<Call>();
        for (var endpoint : Endpoints.running()) {
            var expected = AccessTable.ENDPOINTS.getOrDefault(endpoint, new Roled(List.of()));
            calls.add(new Call(endpoint, expected, Asker.NOBODY));
            for (var role : Roles.all()) {
                for (var division : divisions(expected)) {
                    calls.add(new Call(endpoint, expected, new Asker(role, division)));
                }
            }
        }
        calls.sort(Comparator.comparing(Call::endpoint));
        return calls;
    }

    /** All where the caller's division matters; where it must not, a unit's own account and one without a division. */
    private static List<@Nullable String> divisions(Expected expected) {
        return expected instanceof Sighted || expected instanceof Part
                ? AccessTable.DIVISIONS
                : Arrays.asList(AccessTable.DIVISIONS.getFirst(), null);
    }

    private void check(Call call) {
        var answer = asking.send(call.endpoint(), call.asker());
        if (call.granted()) {
            assertThat(answer.status())
                    .as(call.toString())
                    .isNotIn(401, 403, 405)
                    .isLessThan(500);
            assertThat(answer.body()).as(call.toString()).doesNotContain("SCORE_NOT_PUBLISHED");
        } else {
            assertThat(answer.status()).as(call.toString()).isEqualTo(denial(call));
        }
        if (call.expected() instanceof Part) {
            assertThat(shown(answer, COUNTY))
                    .as(call + " shows what is published")
                    .isTrue();
            assertThat(shown(answer, OTHER_COUNTY))
                    .as(call + " shows what is not")
                    .isEqualTo(AccessTable.sees(call.asker()));
        }
    }

    /** Nobody is asked to sign in, but of a score it is not even said that there is one. */
    private static int denial(Call call) {
        return switch (call.expected()) {
            case Roled _ -> call.asker().anonymous() ? 401 : 403;
            case Sighted _ -> call.asker().anonymous() ? 404 : 403;
            case Everybody _, Part _ -> throw new AssertionError("never denied: " + call);
        };
    }

    private static boolean shown(Answer answer, String unit) {
        return answer.body().contains(unit);
    }
}
