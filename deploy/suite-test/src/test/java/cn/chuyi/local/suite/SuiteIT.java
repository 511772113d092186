package cn.chuyi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.chuyi.local.Compiler;
import cn.chuyi.local.Folders;
import cn.chuyi.local.Launch;
import cn.chuyi.local.Layout;
import cn.chuyi.local.demo.DemoYear;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The whole suite as a person starts it, on free ports and empty data. While the demo year is loaded each service is
 * killed once; whatever is true of a score must be true after that too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuiteIT {

    private static final String LIUYANG = "430181";
    private static final String CHANGSHA_COUNTY = "430121";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Which service is killed when the load has come to a stage. */
    private static final Map<String, Application> KILLS = Map.of(
            "projects", Application.REGISTRY,
            "city reviews", Application.REPORTING,
            "province reviews of counties", Application.ASSESSMENT);

    private final Layout layout = Layout.here();
    private final Settings settings = new Settings(
            layout, Folders.temporary(layout, "suite"), PortPlan.free(), Extent.EVERYTHING, Compiler.QUICK);
    private final Progress progress = new Progress(System.out, Clock.systemUTC());
    private final Suite suite = new Suite(settings, progress);
    private final Map<Application, String> killed = new EnumMap<>(Application.class);
    private final Records records = new Records("localhost:" + settings.ports().of(Listener.KAFKA));

    @BeforeAll
    void start_everything_and_load_the_year_with_a_crash_of_each_service() {
        Ground.check(settings);
        suite.start();
        DemoYear.load(settings.addresses(), line -> {
            progress.say(line);
            KILLS.forEach((stage, application) -> killAt(stage, application, line));
        });
        awaitAllFolded();
    }

    private void killAt(String stage, Application application, String line) {
        if (line.contains(stage) && killed.putIfAbsent(application, stage) == null) {
            progress.say("now " + application.folder() + " is killed");
            suite.crash(application);
        }
    }

    @AfterAll
    void stop_everything() {
        suite.close();
        Folders.delete(settings.run());
    }

    @Test
    @Order(1)
    void every_service_was_killed_once_and_came_back() {
        assertThat(killed).containsOnlyKeys(Application.values());
        assertThat(Application.values()).allMatch(application -> Readiness.isReady(settings.readiness(application)));
    }

    @Test
    @Order(2)
    void a_county_has_a_score_whose_items_add_up() {
        var score = Api.of(settings).score(LIUYANG);

        assertThat(score.at("/unit/name").asText()).isEqualTo("浏阳市");
        assertThat(score.get("incomplete").asBoolean()).isFalse();
        assertThat(new BigDecimal(score.get("total").asText())).isBetween(BigDecimal.ONE, new BigDecimal(100));
        assertThat(score.get("items")).hasSizeGreaterThan(10);
    }

    @Test
    @Order(3)
    void the_digest_of_a_board_is_that_of_its_text() throws Exception {
        var counties = Api.of(settings).canonical("COUNTY");

        assertThat(counties.statusCode()).isEqualTo(200);
        assertThat(counties.body().lines().filter(line -> line.startsWith("2025")))
                .hasSize(122);
        assertThat(counties.headers().firstValue("ETag")).contains("\"" + digest(counties.body()) + "\"");
    }

    private static String digest(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@code demo-year.sha256} has the digests after a load without any crash; a change of the demo year changes them. */
    @Test
    @Order(4)
    void the_crashes_left_no_trace_in_any_score() throws Exception {
        var api = Api.of(settings);
        var undisturbed = new String(
                Objects.requireNonNull(SuiteIT.class.getResourceAsStream("/demo-year.sha256"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);

        assertThat(digest(api.canonical("COUNTY").body()) + "  COUNTY\n"
                        + digest(api.canonical("CITY").body()) + "  CITY\n")
                .isEqualTo(undisturbed);
    }

    /** A published county, a provisional one, and the board of cities, by the command that people are given. */
    @Test
    @Order(4)
    void results_verify_with_nothing_else_at_hand() throws Exception {
        var api = Api.of(settings);
        for (var path : List.of("431023.zip", LIUYANG + ".zip", "CITY/board.zip")) {
            var file = api.result(path, settings.run().resolve("result.zip"));

            var verify = new ProcessBuilder(
                            Launch.java(),
                            "-jar",
                            layout.root()
                                    .resolve("deploy/verify/target/verify.jar")
                                    .toString(),
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(said).as(path).contains("HOLDS: CHUYI-2022 2025");
            assertThat(verify.waitFor()).isZero();
        }
    }

    @Test
    @Order(5)
    void a_reporting_service_that_lost_its_database_comes_to_the_same_text_byte_for_byte() {
        var api = Api.of(settings);
        var counties = api.canonical("COUNTY").body();
        var cities = api.canonical("CITY").body();

        suite.forget(Application.REPORTING);
        awaitAllFolded();

        assertThat(api.canonical("COUNTY").body()).isEqualTo(counties);
        assertThat(api.canonical("CITY").body()).isEqualTo(cities);
    }

    @Test
    @Order(6)
    void a_rebuild_that_is_killed_in_the_middle_leaves_nothing_behind_and_the_next_one_succeeds() {
        var office = Api.of(settings);
        var counties = office.canonical("COUNTY").body();
        var operator = Api.of(settings, "admin-ops");
        var schemas = SideSchemas.of(settings);

        var killed = operator.startRebuild();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> schemas.isHalfFilled(killed));
        suite.crash(Application.REPORTING);

        var run = await().atMost(PATIENCE).ignoreExceptions().until(() -> operator.rebuild(killed), Api::isOver);
        assertThat(run.get("state").asText()).isEqualTo("FAILED");
        assertThat(run.get("failure").asText()).isEqualTo("interrupted");
        assertThat(schemas.names()).isEmpty();
        assertThat(office.canonical("COUNTY").body()).isEqualTo(counties);

        var next = operator.startRebuild();
        var again = await().atMost(PATIENCE).until(() -> operator.rebuild(next), Api::isOver);
        assertThat(again.get("state").asText()).isEqualTo("DONE");
        assertThat(again.get("differences")).isEmpty();
        assertThat(schemas.names()).isEmpty();
        assertThat(office.canonical("COUNTY").body()).isEqualTo(counties);
    }

    @Test
    @Order(7)
    void a_broken_record_is_put_aside_and_only_the_score_that_needs_it_says_so() throws Exception {
        var stream = "case-CHUYI-2022-2025-" + LIUYANG;
        var tip = tips().stream()
                .filter(token -> token.startsWith(stream + "@"))
                .findFirst()
                .orElseThrow();
        var next = Long.parseLong(tip.substring(tip.indexOf('@') + 1)) + 1;

        records.sendBroken(stream, next, "chuyi.assessment.indicator-reported.v1");

        var api = Api.of(settings);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(api.parked()).hasSize(1));
        assertThat(api.parked().get(0).toString()).contains(stream);
        assertThat(api.score(LIUYANG).get("incomplete").asBoolean()).isTrue();
        assertThat(api.score(LIUYANG).get("incompleteReasons")).isNotEmpty();
        assertThat(api.score(CHANGSHA_COUNTY).get("incomplete").asBoolean()).isFalse();
    }

    private List<String> tips() {
        return records.tips(List.of(Records.REGISTRY, Records.ASSESSMENT));
    }

    private void awaitAllFolded() {
        var api = Api.of(settings);
        for (var piece : Records.pieces(tips())) {
            await().atMost(PATIENCE).until(() -> api.hasFolded(piece));
        }
    }
}
