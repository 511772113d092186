package cn.chuyi.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The roles of the law, written out here once more beside the permission table and the procedure. */
final class AccessTable {
    static final String UNIT = "430181";
    static final List<String> DIVISIONS = List.of(UNIT, "430100", "430182", "430200");
    static final Set<String> PROVINCE =
            Set.of("province-office", "province-chair", "department", "inspector", "expert", "auditor");

    /** Roles of the steps, by path: domain 2.6 and 2.7. */
    static final Map<String, List<String>> STEPS = new LinkedHashMap<>();

    /** Roles of everything else, by verb and path. */
    static final Map<String, List<String>> ENDPOINTS = new LinkedHashMap<>();

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
        List<String> operators = List.of("admin", "province-office");
        List<String> watchers = List.of("admin", "province-office", "auditor");
        ENDPOINTS.put("GET /api/v1/parked", watchers);
        ENDPOINTS.put("POST /api/v1/parked/{id}/retry", operators);
        ENDPOINTS.put("POST /api/v1/parked/{id}/discard", operators);
        ENDPOINTS.put("GET /api/v1/journal/verification", watchers);
        ENDPOINTS.put("GET /api/v1/journal/anchors/latest", watchers);
        ENDPOINTS.put("GET /api/v1/journal/anchors/latest/events/{id}", watchers);
        ENDPOINTS.put("GET /api/v1/journal/anchors/latest/extends/{size}", watchers);
    }

    static final Set<String> FOR_EVERYBODY = Set.of(
            "GET /.well-known/jwks.json",
            "GET /api/v1/cycles",
            "GET /api/v1/cycles/{id}",
            "GET /api/v1/catalogues",
            "GET /api/v1/catalogues/{id}");

    private AccessTable() {}

    /** A call by one role from one division, and the roles that the law gives it. */
    record Call(String verb, String path, List<String> roles, String role, String division) {

        boolean granted() {
            if (!roles.contains(role)) {
                return false;
            }
            return PROVINCE.contains(role) || !path.startsWith("/api/v1/cases/") || reaches();
        }

        private boolean reaches() {
            return division.equals(UNIT) || (role.equals("city-office") && division.equals("430100"));
        }
    }

    /** Every endpoint with its roles, each step for itself. */
    static Map<String, List<String>> endpoints() {
        var all = new LinkedHashMap<>(ENDPOINTS);
        STEPS.forEach((step, roles) -> all.put("POST /api/v1/cases/{id}/" + step, roles));
        return all;
    }
}
