package cn.chuyi.registry;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom every endpoint is for, written out here once more beside the permission table. */
final class AccessTable {
    /** The division of what the calls are about. */
    static final String TARGET = "430181";

    /** Where the caller's division lies, seen from the target: the same, above it, elsewhere, nowhere. */
    enum Scope {
        OWN(TARGET),
        ABOVE("430100"),
        FOREIGN("433101"),
        NONE(null);

        final @Nullable String division;

        Scope(@Nullable String division) {
            this.division = division;
        }
    }

    /**
     * Whom an endpoint is for.
     *
     * @param everywhere roles whose division does not matter
     * @param within roles that reach their own division and what lies below it
     */
    record Roles(Set<String> everywhere, Set<String> within) {

        boolean grants(String role, Scope scope) {
            return everywhere.contains(role) || (within.contains(role) && (scope == Scope.OWN || scope == Scope.ABOVE));
        }
    }

    private static final Set<String> NOBODY = Set.of();
    private static final Set<String> CITIES = Set.of("city-office");
    private static final Set<String> UNITS = Set.of("city-office", "city-filler", "county-filler", "integrator");

    private static final Roles OFFICE = new Roles(Set.of("province-office"), NOBODY);
    private static final Roles DEPARTMENT = new Roles(Set.of("department"), NOBODY);
    private static final Roles BOTH = new Roles(Set.of("province-office", "department"), NOBODY);
    private static final Roles PROVINCE = new Roles(Set.of("province-office", "province-chair", "department"), NOBODY);
    private static final Roles WATCHERS = new Roles(Set.of("admin", "auditor", "province-office"), NOBODY);
    private static final Roles BOTH_AND_CITIES = new Roles(BOTH.everywhere(), CITIES);
    private static final Roles BOTH_AND_UNITS = new Roles(BOTH.everywhere(), UNITS);
    private static final Roles DEPARTMENT_AND_CITIES = new Roles(DEPARTMENT.everywhere(), CITIES);
    private static final Roles DEPARTMENT_AND_UNITS = new Roles(DEPARTMENT.everywhere(), UNITS);

    static final Map<String, Roles> ENDPOINTS = Map.ofEntries(
            entry("POST /api/v1/programmes", BOTH),
            entry("POST /api/v1/programmes/{code}/project-kinds", BOTH),
            entry("POST /api/v1/programmes/{code}/tasks", BOTH),
            entry("POST /api/v1/programmes/{code}/tasks/{task}/claims", BOTH),
            entry("PUT /api/v1/programmes/{code}/tasks/{task}/target", PROVINCE),
            entry("POST /api/v1/divisions", OFFICE),
            entry("POST /api/v1/divisions/{code}/renaming", OFFICE),
            entry("POST /api/v1/divisions/{code}/recoding", OFFICE),
            entry("POST /api/v1/divisions/{code}/closure", OFFICE),
            entry("POST /api/v1/divisions/{code}/unified-arrangements", OFFICE),
            entry("POST /api/v1/institutions", BOTH_AND_UNITS),
            entry("PATCH /api/v1/institutions/{id}", BOTH_AND_UNITS),
            entry("PUT /api/v1/institutions/{id}/condition-sheets/{year}", BOTH_AND_UNITS),
            entry("POST /api/v1/institutions/{id}/enrolment-suspension", BOTH_AND_UNITS),
            entry("POST /api/v1/institutions/{id}/enrolment-resumption", BOTH_AND_UNITS),
            entry("POST /api/v1/institutions/{id}/recoding", BOTH_AND_CITIES),
            entry("POST /api/v1/institutions/{id}/closure", BOTH_AND_CITIES),
            entry("POST /api/v1/projects", DEPARTMENT_AND_UNITS),
            entry("POST /api/v1/projects/{id}/recommendation", DEPARTMENT_AND_CITIES),
            entry("POST /api/v1/projects/{id}/listing", DEPARTMENT),
            entry("POST /api/v1/projects/{id}/acceptance", DEPARTMENT_AND_CITIES),
            entry("POST /api/v1/projects/{id}/recognition", DEPARTMENT),
            entry("POST /api/v1/projects/{id}/termination", DEPARTMENT),
            entry("PUT /api/v1/projects/{id}/task-books/{year}", DEPARTMENT_AND_CITIES),
            entry("POST /api/v1/projects/{id}/progress", DEPARTMENT_AND_UNITS),
            entry("POST /api/v1/projects/{id}/stages", DEPARTMENT_AND_UNITS),
            entry("POST /api/v1/projects/{id}/funds", DEPARTMENT_AND_UNITS),
            entry("POST /api/v1/projects/{id}/members", DEPARTMENT_AND_UNITS),
            entry("POST /api/v1/projects/{id}/member-departures", DEPARTMENT_AND_UNITS),
            entry("GET /api/v1/journal/verification", WATCHERS),
            entry("GET /api/v1/journal/anchors/latest", WATCHERS),
            entry("GET /api/v1/journal/anchors/latest/events/{id}", WATCHERS),
            entry("GET /api/v1/journal/anchors/latest/extends/{size}", WATCHERS));

    static final Set<String> FOR_EVERYBODY = Set.of(
            "GET /.well-known/jwks.json",
            "GET /api/v1/programmes",
            "GET /api/v1/programmes/{code}",
            "GET /api/v1/divisions",
            "GET /api/v1/divisions/{code}",
            "GET /api/v1/institutions",
            "GET /api/v1/institutions/{id}",
            "GET /api/v1/projects",
            "GET /api/v1/projects/{id}");

    private AccessTable() {}
}
