package cn.chuyi.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.assessment.AccessTable.Call;
import cn.chuyi.assessment.procedure.ProcedureFile;
import cn.chuyi.kit.test.Endpoints;
import cn.chuyi.kit.test.HttpCall;
import cn.chuyi.kit.test.HttpCall.Answer;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Roles;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint, role and division against the roles of the law in {@link AccessTable}. An endpoint of the running
 * service that has no line there fails the test.
 */
@QuarkusTest
@WithTestResource(LocalStack.class)
class AccessIT {
    private static final int YEAR = 2032;
    private static final List<String> ROLES = Roles.all();

    private Year year = new Year(YEAR, Catalogues.county(YEAR));

    @BeforeEach
    void open() {
        year = Year.once(YEAR);
    }

    @Test
    void every_endpoint_says_here_whom_it_is_for() {
        var said = new TreeSet<>(AccessTable.ENDPOINTS.keySet());
        said.add("POST /api/v1/cases/{id}/{step}");
        said.addAll(AccessTable.FOR_EVERYBODY);
        assertThat(Endpoints.running())
                .as("a new endpoint: say in AccessTable.ENDPOINTS which roles may call it, or add it to FOR_EVERYBODY")
                .isEqualTo(said);
        assertThat(AccessTable.STEPS.keySet())
                .containsExactlyInAnyOrderElementsOf(ProcedureFile.procedure().steps().stream()
                        .filter(step -> !step.automatic())
                        .map(step -> step.path())
                        .distinct()
                        .toList());
    }

    @Test
    void every_endpoint_role_and_division_is_as_the_law_says_and_denied_otherwise() {
        String before = tag();
        assertThat(before).isNotEmpty();
        int calls = 0;
        for (boolean granted : List.of(false, true)) {
            for (Call call : calls()) {
                if (call.granted() == granted) {
                    calls++;
                    check(call, granted);
                }
            }
            if (!granted) {
                assertThat(tag()).as("denied and written").isEqualTo(before);
            }
        }
        assertThat(calls).isGreaterThan(600);
    }

    @Test
    void what_is_for_everybody_needs_no_token() {
        for (String endpoint : AccessTable.FOR_EVERYBODY) {
            assertThat(HttpCall.to(path(endpoint.substring(4))).get().status())
                    .as(endpoint)
                    .isIn(200, 404);
        }
    }

    @Test
    void nobody_gets_in_without_a_token() {
        for (String endpoint : AccessTable.endpoints().keySet()) {
            String[] parts = endpoint.split(" ", 2);
            var call = HttpCall.to(path(parts[1]));
            var answer = isUpload(parts[0], parts[1]) ? upload(call) : call.send(parts[0]);
            assertThat(answer.status()).as(endpoint).isEqualTo(401);
        }
    }

    private static List<Call> calls() {
        var calls = new ArrayList<Call>();
        AccessTable.endpoints().forEach((endpoint, roles) -> {
            String[] parts = endpoint.split(" ", 2);
            for (String role : ROLES) {
                for (String division : roles.contains(role) ? AccessTable.DIVISIONS : List.of(AccessTable.UNIT)) {
                    calls.add(new Call(parts[0], path(parts[1]), roles, role, division));
                }
            }
        });
        return calls;
    }

    private static void check(Call call, boolean granted) {
        Answer answer = send(call);
        if (granted) {
            assertThat(answer.status()).as(call.toString()).isNotIn(401, 405, 500);
            assertThat(answer.status() == 403 ? answer.code() : "-")
                    .as(call.toString())
                    .isIn("-", "NOT_YOUR_TASK", "FILLER_IS_NOT_REVIEWER");
        } else {
            assertThat(answer.status()).as(call.toString()).isEqualTo(403);
            assertThat(answer.code()).as(call.toString()).isIn("FORBIDDEN", "FOREIGN_UNIT");
        }
    }

    private static Answer send(Call call) {
        var request = HttpCall.to(call.path()).token(token(call)).header("If-Match", "\"1\"");
        if (isUpload(call.verb(), call.path())) {
            return upload(request);
        }
        return call.verb().equals("GET") ? request.get() : request.sendJson(call.verb(), body(call.path()));
    }

    private static boolean isUpload(String verb, String path) {
        return verb.equals("POST") && path.endsWith("/evidence");
    }

    private static Answer upload(HttpCall call) {
        return call.upload("file", "a.pdf", "application/pdf");
    }

    private static String token(Call call) {
        return new Desk("somebody", call.division(), List.of(call.role())).token();
    }

    private static String body(String path) {
        if (path.endsWith("/indicators")) {
            return "{\"values\":[{\"indicator\":\"K-A1\",\"value\":\"A\"}]}";
        }
        if (path.endsWith("/verifications")) {
            return "{\"acceptCollected\":true}";
        }
        if (path.endsWith("/findings")) {
            return "{\"rule\":\"B1\",\"reason\":\"x\"}";
        }
        if (path.matches(".*/indicators/[^/]*(/verification)?")) {
            return "{\"value\":\"A\"}";
        }
        if (path.matches(".*/(dispute|exemption|withdrawal)") || path.startsWith("/api/v1/cases/")) {
            return "{\"reason\":\"x\"}";
        }
        return "{}";
    }

    /** Cycles and catalogues that do not exist stand in for those that a granted call would change. */
    private static String path(String template) {
        String id = template.startsWith("/api/v1/cases")
                ? "CHUYI-2022-" + YEAR + "-" + AccessTable.UNIT
                : "CHUYI-2022-2099";
        if (template.startsWith("/api/v1/parked")) {
            return template.replace("{id}", "0");
        }
        String catalogue = template.startsWith("/api/v1/catalogues") ? id + "-CITY" : id;
        return template.replace("{id}", catalogue)
                .replace("{code}", "K-A1")
                .replace("{finding}", "F1")
                .replace("{size}", "1")
                .replace("{sha256}", "0".repeat(64))
                .replace("{step}", "opinion");
    }

    private String tag() {
        return HttpCall.to("/api/v1/cases/" + year.of(AccessTable.UNIT))
                .token(Desk.OFFICE.token())
                .get()
                .header("ETag");
    }
}
