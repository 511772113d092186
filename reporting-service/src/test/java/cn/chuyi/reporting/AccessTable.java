package cn.chuyi.reporting;

import static java.util.Map.entry;

import cn.chuyi.reporting.Asking.Asker;
import cn.chuyi.reporting.Expected.Everybody;
import cn.chuyi.reporting.Expected.Part;
import cn.chuyi.reporting.Expected.Roled;
import cn.chuyi.reporting.Expected.Sighted;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom every endpoint is for, written out here once more beside the permission table. */
final class AccessTable {
    /** The county, its city, the province; a sister, another city, nowhere. */
    static final List<@Nullable String> DIVISIONS =
            Arrays.asList("430102", "430100", "430000", "430181", "433100", null);

    /** How far a role sees results that are not published, from the divisions above. */
    private static final Map<String, List<@Nullable String>> SIGHT = Map.ofEntries(
            entry("province-office", DIVISIONS),
            entry("province-chair", DIVISIONS),
            entry("auditor", DIVISIONS),
            entry("city-office", DIVISIONS.subList(0, 3)),
            entry("integrator", DIVISIONS.subList(0, 3)),
            entry("city-filler", DIVISIONS.subList(0, 1)),
            entry("county-filler", DIVISIONS.subList(0, 1)));

    static final Map<String, Expected> ENDPOINTS = Map.ofEntries(
            entry("GET /api/v1/web-settings", new Everybody()),
            entry("GET /api/v1/programmes/{code}/progress", new Everybody()),
            entry("GET /api/v1/scores", new Part()),
            entry("GET /api/v1/scores/{year}/{unit}", new Sighted()),
            entry("GET /api/v1/scores/{year}/{unit}/explanation", new Sighted()),
            entry("GET /api/v1/scores/{year}/{unit}/editions", new Everybody()),
            entry("GET /api/v1/scores/{year}/{unit}/editions/{edition}", new Everybody()),
            entry("GET /api/v1/scores/{year}/{unit}/editions/{edition}/diff", new Everybody()),
            entry("GET /api/v1/scores/{year}/{unit}/diff", new Sighted()),
            entry("GET /api/v1/scores/{year}/{unit}/history", new Sighted()),
            entry(
                    "GET /api/v1/restatement-proposals",
                    roles(
                            "province-office",
                            "province-chair",
                            "auditor",
                            "city-office",
                            "city-filler",
                            "county-filler",
                            "integrator")),
            entry("GET /api/v1/scoreboards/{year}/{level}", new Part()),
            entry("GET /api/v1/scoreboards/{year}/{level}/canonical", new Part()),
            entry("GET /api/v1/results/{year}/{unit}.zip", new Sighted()),
            entry("GET /api/v1/results/{year}/{level}/board.zip", new Part()),
            entry("GET /.well-known/jwks.json", new Everybody()),
            entry("POST /api/v1/simulations", roles("province-office", "city-office", "city-filler", "county-filler")),
            entry("GET /api/v1/rebuilds", roles("admin", "province-office", "auditor")),
            entry("POST /api/v1/rebuilds", roles("admin", "province-office")),
            entry("GET /api/v1/rebuilds/{id}", roles("admin", "province-office", "auditor")),
            entry("GET /api/v1/rebuilds/{id}/events", roles("admin", "province-office", "auditor")),
            entry("DELETE /api/v1/rebuilds/{id}", roles("admin", "province-office")),
            entry("GET /api/v1/parked", roles("admin", "province-office", "auditor")),
            entry("POST /api/v1/parked/{id}/retry", roles("admin", "province-office")),
            entry("POST /api/v1/parked/{id}/discard", roles("admin", "province-office")),
            entry("GET /api/v1/journal/anchors/latest", roles("admin", "province-office", "auditor")),
            entry("GET /api/v1/journal/anchors/latest/events/{id}", roles("admin", "province-office", "auditor")),
            entry("GET /api/v1/journal/anchors/latest/extends/{size}", roles("admin", "province-office", "auditor")),
            entry("GET /api/v1/journal/verification", roles("admin", "province-office", "auditor")));

    private AccessTable() {}

    private static Roled roles(String... roles) {
        return new Roled(List.of(roles));
    }

    static boolean sees(Asker asker) {
        var from = SIGHT.get(asker.role());
        return from != null && from.contains(asker.division());
    }
}
