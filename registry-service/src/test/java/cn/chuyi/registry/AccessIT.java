package cn.chuyi.registry;

import static cn.chuyi.registry.Register.PROGRAMME;
import static cn.chuyi.registry.Register.newProject;
import static cn.chuyi.registry.Register.newSchool;
import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.test.Endpoints;
import cn.chuyi.kit.test.HttpCall;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Roles;
import cn.chuyi.kit.test.Tokens;
import cn.chuyi.registry.AccessTable.Scope;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint, role and scope as {@link AccessTable} says, and denied otherwise. An endpoint of the running service
 * that has no line there fails the test.
 */
@QuarkusTest
@WithTestResource(LocalStack.class)
class AccessIT {
    @Inject
    Journalled journalled;

    private final Map<String, String> bodies = new HashMap<>();

    private String school = "";
    private String project = "";

    private record Call(String endpoint, AccessTable.Roles roles, String role, Scope scope) {

        boolean granted() {
            return roles.grants(role, scope);
        }

        String verb() {
            return endpoint.substring(0, endpoint.indexOf(' '));
        }

        String path() {
            return endpoint.substring(endpoint.indexOf(' ') + 1);
        }
    }

    @BeforeEach
    void ground() throws JsonProcessingException {
        Register.ground();
        school = newSchool(AccessTable.TARGET).path("id");
        project = newProject("GROUP", AccessTable.TARGET).path("id");
        for (var sample : Samples.all().entrySet()) {
            bodies.put(sample.getKey(), Json.mapper().writeValueAsString(sample.getValue()));
        }
    }

    @Test
    void every_endpoint_says_here_whom_it_is_for() {
        var said = new TreeSet<>(AccessTable.ENDPOINTS.keySet());
        said.addAll(AccessTable.FOR_EVERYBODY);
        assertThat(Endpoints.running())
                .as("a new endpoint: say in AccessTable.ENDPOINTS which roles may call it, or add it to FOR_EVERYBODY")
                .isEqualTo(said);
        assertThat(AccessTable.FOR_EVERYBODY)
                .doesNotContainAnyElementsOf(AccessTable.ENDPOINTS.keySet())
                .allMatch(endpoint -> endpoint.startsWith("GET "));
        assertThat(AccessTable.ENDPOINTS.keySet())
                .filteredOn(endpoint -> !endpoint.startsWith("GET "))
                .containsExactlyInAnyOrderElementsOf(bodies.keySet());
    }

    @Test
    void every_endpoint_role_and_scope_is_as_the_law_says_and_denied_otherwise() {
        var calls = calls();
        String before = journalled.soFar();
        for (Call call : calls) {
            if (!call.granted()) {
                assertThat(send(call)).as(call.toString()).isEqualTo(403);
            }
        }
        assertThat(journalled.soFar()).as("denied and written").isEqualTo(before);
        for (Call call : calls) {
            if (call.granted()) {
                assertThat(send(call)).as(call.toString()).isNotIn(refusals(call));
            }
        }
    }

    /** What the journal's proofs are asked for here does not exist. */
    private static List<Integer> refusals(Call call) {
        return call.verb().equals("GET") ? List.of(401, 403, 405, 500) : List.of(401, 403, 404, 405, 500);
    }

    @Test
    void what_is_for_everybody_needs_no_token_and_nothing_else_is_had_without() {
        for (String endpoint : AccessTable.FOR_EVERYBODY) {
            assertThat(HttpCall.to(path(endpoint.substring(4))).get().status())
                    .as(endpoint)
                    .isEqualTo(200);
        }
        for (String endpoint : AccessTable.ENDPOINTS.keySet()) {
            String[] parts = endpoint.split(" ", 2);
            assertThat(HttpCall.to(path(parts[1])).send(parts[0]).status())
                    .as(endpoint)
                    .isEqualTo(401);
        }
    }

    private static List<Call> calls() {
        var calls = new ArrayList<Call>();
        AccessTable.ENDPOINTS.forEach((endpoint, roles) -> {
            for (String role : Roles.all()) {
                for (Scope scope : Scope.values()) {
                    calls.add(new Call(endpoint, roles, role, scope));
                }
            }
        });
        assertThat(calls).hasSizeGreaterThan(1000);
        return calls;
    }

    private int send(Call call) {
        var request =
                HttpCall.to(path(call.path())).token(Tokens.of(call.role() + "-1", call.scope().division, call.role()));
        if (call.verb().equals("GET")) {
            return request.get().status();
        }
        return request.header("If-Match", call.verb().equals("POST") ? "*" : "\"0\"")
                .sendJson(call.verb(), Objects.requireNonNull(bodies.get(call.endpoint())))
                .status();
    }

    private String path(String template) {
        return template.replace("/institutions/{id}", "/institutions/" + school)
                .replace("/projects/{id}", "/projects/" + project)
                .replace("/programmes/{code}", "/programmes/" + PROGRAMME)
                .replace("/events/{id}", "/events/00000000-0000-7000-8000-000000000000")
                .replace("{code}", AccessTable.TARGET)
                .replace("{task}", "T1")
                .replace("{year}", "2024")
                .replace("{size}", "1");
    }
}
