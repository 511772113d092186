package cn.chuyi.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.assessment.procedure.ProcedureFile;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.Roles;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint, role and division against the roles of the law, which are written out here once more. An endpoint
 * that has no sample here, or no annotation, fails the test.
 */
@QuarkusTest
@WithTestResource(LocalStack.class)
class AccessIT {
    private static final int YEAR = 2032;
    private static final String UNIT = "430181";
    private static final List<String> ROLES = Roles.all();
    private static final List<String> DIVISIONS = List.of(UNIT, "430100", "430182", "430200");
    private static final Set<String> PROVINCE =
            Set.of("province-office", "province-chair", "department", "inspector", "expert", "auditor");

    /** Roles of the steps, by path: domain 2.6 and 2.7. */
    private static final Map<String, List<String>> STEPS = new LinkedHashMap<>();

    /** Roles of everything else, by verb and path. */
    private static final Map<String, List<String>> ENDPOINTS = new LinkedHashMap<>();

    static {
        List<String> fillers = List.of("county-filler", "city-filler");
        List<String> office = List.of("province-office");
        STEPS.put("submission", fillers);
        STEPS.put("return", List.of("city-office", "province-office"));
        STEPS.put("city-review", List.of("city-office"));
        STEPS.put("city-score", List.of("city-office"));
        for (String path : List.of(
                "document-review",
                "onsite",
                "onsite-waiver",
                "preliminary-score",
                "preliminary-opinion",
                "opinion",
                "acceptance",
                "result-proposal",
                "finalisation",
                "objection")) {
            STEPS.put(path, office);
        }
        STEPS.put("onsite-completion", List.of("inspector"));
        STEPS.put("publicity", List.of("province-chair"));
        STEPS.put("publication", List.of("province-chair"));

        List<String> readers = Stream.concat(
                        PROVINCE.stream(), Stream.of("city-office", "city-filler", "county-filler"))
                .toList();
        String thing = "/api/v1/cases/{id}";
        ENDPOINTS.put("GET " + thing, readers);
        ENDPOINTS.put("GET " + thing + "/evidence/{sha256}", readers);
        ENDPOINTS.put("PUT " + thing + "/indicators", fillers);
        ENDPOINTS.put("PUT " + thing + "/indicators/{code}", fillers);
        ENDPOINTS.put("POST " + thing + "/indicators/{code}/dispute", fillers);
        ENDPOINTS.put("POST " + thing + "/evidence", List.of("county-filler", "city-filler", "inspector"));
        List<String> reviewers = List.of("city-office", "province-office", "expert", "inspector");
        ENDPOINTS.put("PUT " + thing + "/verifications", reviewers);
        ENDPOINTS.put("PUT " + thing + "/indicators/{code}/verification", reviewers);
        ENDPOINTS.put("POST " + thing + "/indicators/{code}/exemption", office);
        ENDPOINTS.put("POST " + thing + "/findings", office);
        ENDPOINTS.put("POST " + thing + "/findings/{finding}/withdrawal", office);
        ENDPOINTS.put("GET /api/v1/cycles/{id}/cases", readers);
        ENDPOINTS.put("POST /api/v1/cycles", office);
        ENDPOINTS.put("POST /api/v1/cycles/{id}/units", office);
        ENDPOINTS.put("PUT /api/v1/cycles/{id}/deadlines/{step}", office);
        ENDPOINTS.put("POST /api/v1/cycles/{id}/notice", office);
        ENDPOINTS.put("POST /api/v1/cycles/{id}/scoring-closure", office);
        ENDPOINTS.put("POST /api/v1/cycles/{id}/publication", List.of("province-chair"));
        ENDPOINTS.put("POST /api/v1/catalogues", office);
        ENDPOINTS.put("POST /api/v1/catalogues/{id}/freeze", office);
    }

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Year year = new Year(YEAR, Catalogues.county(YEAR));

    @BeforeEach
    void open() {
        year = Year.once(YEAR);
    }

    @Test
    void every_endpoint_has_a_sample_and_says_whom_it_allows() {
        var found = new TreeSet<String>();
        for (JavaMethod method : methods()) {
            assertThat(method.isAnnotatedWith(Allowed.class) != method.isAnnotatedWith(PublicRead.class))
                    .as(method.getFullName())
                    .isTrue();
            if (method.isAnnotatedWith(Allowed.class)) {
                found.add(key(method));
            }
        }
        var sampled = new TreeSet<>(ENDPOINTS.keySet());
        sampled.add("POST /api/v1/cases/{id}/{step}");
        assertThat(found).isEqualTo(sampled);
        assertThat(STEPS.keySet())
                .containsExactlyInAnyOrderElementsOf(ProcedureFile.procedure().steps().stream()
                        .filter(step -> !step.automatic())
                        .map(step -> step.path())
                        .distinct()
                        .toList());
    }

    @Test
    void every_endpoint_role_and_division_is_as_the_law_says_and_denied_otherwise() {
        String before = tag();
        int calls = 0;
        for (boolean granted : List.of(false, true)) {
            for (Call call : calls()) {
                if (granted(call) == granted) {
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
    void nobody_gets_in_without_a_token() {
        for (String endpoint : endpoints().keySet()) {
            String[] parts = endpoint.split(" ", 2);
            var request = parts[1].endsWith("/evidence") && parts[0].equals("POST")
                    ? given().multiPart("file", "a.pdf", new byte[] {1}, "application/pdf")
                    : given();
            assertThat(request.request(parts[0], path(parts[1])).statusCode())
                    .as(endpoint)
                    .isEqualTo(401);
        }
    }

    private record Call(String verb, String path, List<String> roles, String role, String division) {}

    private static List<Call> calls() {
        var calls = new ArrayList<Call>();
        endpoints().forEach((endpoint, roles) -> {
            String[] parts = endpoint.split(" ", 2);
            for (String role : ROLES) {
                for (String division : roles.contains(role) ? DIVISIONS : List.of(UNIT)) {
                    calls.add(new Call(parts[0], path(parts[1]), roles, role, division));
                }
            }
        });
        return calls;
    }

    private static Map<String, List<String>> endpoints() {
        var all = new LinkedHashMap<>(ENDPOINTS);
        STEPS.forEach((step, roles) -> all.put("POST /api/v1/cases/{id}/" + step, roles));
        return all;
    }

    private static boolean granted(Call call) {
        if (!call.roles().contains(call.role())) {
            return false;
        }
        return PROVINCE.contains(call.role()) || !call.path().startsWith("/api/v1/cases/") || reaches(call);
    }

    private static boolean reaches(Call call) {
        return call.division().equals(UNIT)
                || (call.role().equals("city-office") && call.division().equals("430100"));
    }

    private static void check(Call call, boolean granted) {
        Response answer = send(call);
        if (granted) {
            assertThat(answer.statusCode()).as(call.toString()).isNotIn(401, 405, 500);
            assertThat(answer.statusCode() == 403 ? answer.path("code") : "-")
                    .as(call.toString())
                    .isIn("-", "NOT_YOUR_TASK", "FILLER_IS_NOT_REVIEWER");
        } else {
            assertThat(answer.statusCode()).as(call.toString()).isEqualTo(403);
            assertThat(answer.<String>path("code")).as(call.toString()).isIn("FORBIDDEN", "FOREIGN_UNIT");
        }
    }

    private static Response send(Call call) {
        var request = given().auth()
                .oauth2(TOKENS.computeIfAbsent(call.role() + call.division(), _ -> token(call)))
                .header("If-Match", "\"1\"");
        if (call.path().endsWith("/evidence")) {
            request.multiPart("file", "a.pdf", new byte[] {1}, "application/pdf");
        } else if (!call.verb().equals("GET")) {
            request.contentType("application/json").body(body(call.path()));
        }
        return request.request(call.verb(), call.path());
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
        String id = template.startsWith("/api/v1/cases") ? "CHUYI-2022-" + YEAR + "-" + UNIT : "CHUYI-2022-2099";
        String catalogue = template.startsWith("/api/v1/catalogues") ? id + "-CITY" : id;
        return template.replace("{id}", catalogue)
                .replace("{code}", "K-A1")
                .replace("{finding}", "F1")
                .replace("{sha256}", "0".repeat(64))
                .replace("{step}", "opinion");
    }

    private String tag() {
        return Desk.OFFICE.get("cases/" + year.of(UNIT)).header("ETag");
    }

    private static List<JavaMethod> methods() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("cn.chuyi.assessment").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> !verb(method).isEmpty())
                        .toList();
    }

    private static String key(JavaMethod method) {
        String below = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        return verb(method) + " "
                + method.getOwner().getAnnotationOfType(Path.class).value() + below;
    }

    private static String verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getSimpleName())
                .filter(name -> Set.of("GET", "PUT", "POST", "DELETE", "PATCH").contains(name))
                .findFirst()
                .orElse("");
    }
}
