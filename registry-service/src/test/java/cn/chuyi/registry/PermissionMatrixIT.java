package cn.chuyi.registry;

import static cn.chuyi.registry.Register.PROGRAMME;
import static cn.chuyi.registry.Register.as;
import static cn.chuyi.registry.Register.body;
import static cn.chuyi.registry.Register.newProject;
import static cn.chuyi.registry.Register.newSchool;
import static cn.chuyi.registry.Register.project;
import static cn.chuyi.registry.Register.school;
import static cn.chuyi.registry.Register.sheet;
import static cn.chuyi.registry.Register.text;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Permissions;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Roles;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint, role and scope against the permission table. The endpoints are found in the code: one that has no
 * sample here, or no annotation, fails the test.
 */
@QuarkusTest
@WithTestResource(LocalStack.class)
class PermissionMatrixIT {
    private static final String TARGET = "430181";
    private static final List<String> ROLES = Roles.all();

    @Inject
    Permissions permissions;

    @Inject
    Journalled journalled;

    private String school = "";
    private String project = "";

    /** Where the caller's division lies, seen from the thing: the same, above it, elsewhere, nowhere. */
    private enum Scope {
        OWN(TARGET),
        ABOVE("430100"),
        FOREIGN("433101"),
        NONE(null);

        private final @Nullable String division;

        Scope(@Nullable String division) {
            this.division = division;
        }
    }

    private record Endpoint(String verb, String path, String action) {
        String key() {
            return verb + " " + path;
        }
    }

    private record Call(Endpoint endpoint, String role, Scope scope) {}

    @BeforeEach
    void ground() {
        Register.ground();
        school = newSchool(TARGET).path("id");
        project = newProject("GROUP", TARGET).path("id");
    }

    @Test
    void every_endpoint_says_what_it_allows() {
        assertThat(methods())
                .allMatch(method ->
                        method.isAnnotationPresent(Allowed.class) != method.isAnnotationPresent(PublicRead.class))
                .filteredOn(method -> method.isAnnotationPresent(PublicRead.class))
                .allMatch(method -> verb(method).equals("GET"));
    }

    @Test
    void every_endpoint_role_and_scope_is_as_the_table_says_and_denied_otherwise() {
        var calls = calls();
        String before = journalled.soFar();
        for (Call call : calls) {
            if (!granted(call)) {
                assertThat(send(call).statusCode()).as(call.toString()).isEqualTo(403);
            }
        }
        assertThat(journalled.soFar()).as("denied and written").isEqualTo(before);
        for (Call call : calls) {
            if (granted(call)) {
                assertThat(send(call).statusCode()).as(call.toString()).isNotIn(401, 403, 404, 500);
            }
        }
    }

    private List<Call> calls() {
        var calls = new ArrayList<Call>();
        for (Endpoint endpoint : endpoints()) {
            for (String role : ROLES) {
                Stream.of(Scope.values())
                        .map(scope -> new Call(endpoint, role, scope))
                        .forEach(calls::add);
            }
        }
        assertThat(calls).hasSizeGreaterThan(1000);
        return calls;
    }

    private boolean granted(Call call) {
        return permissions.grants().stream()
                .filter(grant -> grant.action().equals(call.endpoint().action())
                        && grant.role().equals(call.role()))
                .anyMatch(grant -> switch (grant.reach()) {
                    case ALL -> true;
                    case BELOW -> call.scope() == Scope.OWN || call.scope() == Scope.ABOVE;
                    case OWN -> call.scope() == Scope.OWN;
                });
    }

    private Response send(Call call) {
        var samples = samples();
        assertThat(samples).containsKey(call.endpoint().key());
        String path = call.endpoint()
                .path()
                .replace("/institutions/{id}", "/institutions/" + school)
                .replace("/projects/{id}", "/projects/" + project)
                .replace("/programmes/{code}", "/programmes/" + PROGRAMME)
                .replace("{code}", TARGET)
                .replace("{task}", "T1")
                .replace("{year}", "2024");
        return as(call.role(), call.scope().division)
                .header("If-Match", call.endpoint().verb().equals("POST") ? "*" : "\"0\"")
                .body(samples.get(call.endpoint().key()))
                .request(call.endpoint().verb(), path);
    }

    /** A body for each endpoint; most are refused by a rule, which is late enough to know that access was granted. */
    private static Map<String, Object> samples() {
        var name = text("名", "Name");
        return Map.ofEntries(
                entry(
                        "POST /api/v1/programmes",
                        body(
                                "code",
                                PROGRAMME,
                                "name",
                                name,
                                "document",
                                body("title", "通知", "issuers", List.of()),
                                "from",
                                "2022-01-01",
                                "to",
                                "2022-12-31")),
                entry(
                        "POST /api/v1/programmes/{code}/project-kinds",
                        body(
                                "kind",
                                "BASE",
                                "name",
                                name,
                                "stages",
                                List.of(),
                                "taskBook",
                                true,
                                "funds",
                                true,
                                "members",
                                true)),
                entry(
                        "POST /api/v1/programmes/{code}/tasks",
                        body("task", "T1", "name", name, "scope", "PER_CITY", "unit", "个", "projectKinds", List.of())),
                entry(
                        "POST /api/v1/programmes/{code}/tasks/{task}/claims",
                        body("value", "-1", "source", "x", "confidence", "LOW")),
                entry("PUT /api/v1/programmes/{code}/tasks/{task}/target", body("claim", 99, "reason", "x")),
                entry(
                        "POST /api/v1/divisions",
                        body("code", TARGET, "name", "某", "level", "CITY", "effectiveOn", "2017-01-01")),
                entry("POST /api/v1/divisions/{code}/renaming", body("name", "浏阳市")),
                entry("POST /api/v1/divisions/{code}/recoding", body("newCode", "433101", "name", "某")),
                entry("POST /api/v1/divisions/{code}/closure", body("successor", TARGET)),
                entry(
                        "POST /api/v1/divisions/{code}/unified-arrangements",
                        body(
                                "schoolKinds",
                                List.of("TECHNICIAN_SCHOOL"),
                                "document",
                                "x",
                                "effectiveOn",
                                "2016-01-01")),
                entry("POST /api/v1/institutions", school("0", TARGET)),
                entry("PATCH /api/v1/institutions/{id}", body("name", "新校名")),
                entry("PUT /api/v1/institutions/{id}/condition-sheets/{year}", sheet()),
                entry("POST /api/v1/institutions/{id}/enrolment-suspension", body("effectiveOn", "2000-01-01")),
                entry("POST /api/v1/institutions/{id}/enrolment-resumption", body("effectiveOn", "2000-01-01")),
                entry("POST /api/v1/institutions/{id}/recoding", body("code", "0")),
                entry("POST /api/v1/institutions/{id}/closure", body("effectiveOn", "2000-01-01")),
                entry("POST /api/v1/projects", project("BASE", TARGET)),
                entry("POST /api/v1/projects/{id}/recommendation", body("effectiveOn", "2000-01-01")),
                entry(
                        "POST /api/v1/projects/{id}/listing",
                        body("batch", "1", "notice", "x", "effectiveOn", "2000-01-01")),
                entry("POST /api/v1/projects/{id}/acceptance", body("effectiveOn", "2000-01-01")),
                entry("POST /api/v1/projects/{id}/recognition", body("notice", "x", "effectiveOn", "2000-01-01")),
                entry("POST /api/v1/projects/{id}/termination", body("reason", "x", "effectiveOn", "2000-01-01")),
                entry("PUT /api/v1/projects/{id}/task-books/{year}", body("planned", "1")),
                entry("POST /api/v1/projects/{id}/progress", body("year", 2024, "done", "1")),
                entry("POST /api/v1/projects/{id}/stages", body("stage", "x")),
                entry("POST /api/v1/projects/{id}/funds", body("year", 2024)),
                entry("POST /api/v1/projects/{id}/members", body("name", "某企业")),
                entry("POST /api/v1/projects/{id}/member-departures", body("name", "无此企业")));
    }

    private static List<Endpoint> endpoints() {
        return methods().stream()
                .filter(method -> method.isAnnotationPresent(Allowed.class))
                .map(method -> new Endpoint(
                        verb(method),
                        path(method),
                        Objects.requireNonNull(method.getAnnotation(Allowed.class))
                                .value()))
                .toList();
    }

    private static List<Method> methods() {
        return new ClassFileImporter()
                .importPath("target/classes").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .map(JavaMethod::reflect)
                        .filter(method -> Stream.of(method.getAnnotations())
                                .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class)))
                        .toList();
    }

    private static String verb(Method method) {
        return Stream.of(method.getAnnotations())
                .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElseThrow();
    }

    private static String path(Method method) {
        Path own = method.getAnnotation(Path.class);
        String root = method.getDeclaringClass().getAnnotation(Path.class).value();
        return own == null ? root : root + own.value();
    }
}
