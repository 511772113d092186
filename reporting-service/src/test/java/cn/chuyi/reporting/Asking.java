package cn.chuyi.reporting;

import cn.chuyi.kit.test.HttpCall;
import cn.chuyi.kit.test.HttpCall.Answer;
import cn.chuyi.kit.test.Tokens;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks endpoints by their template, as somebody. */
final class Asking {
    private final Map<Asker, String> tokens = new HashMap<>();
    private final String programme;
    private final String unit;

    Asking(String programme, String unit) {
        this.programme = programme;
        this.unit = unit;
    }

    /** @param role empty for one who is not signed in */
    record Asker(String role, @Nullable String division) {
        static final Asker NOBODY = new Asker("", null);

        boolean anonymous() {
            return role.isEmpty();
        }
    }

    Answer get(String path, Asker asker) {
        return send("GET " + path, asker);
    }

    /** @param endpoint verb and path; runs and records that do not exist stand in for those that a call would change */
    Answer send(String endpoint, Asker asker) {
        var verb = endpoint.substring(0, endpoint.indexOf(' '));
        var path = endpoint.substring(verb.length() + 1)
                .replace("{year}", "2025")
                .replace("{edition}", "1")
                .replace("{unit}", unit)
                .replace("{level}", "COUNTY")
                .replace("{code}", programme)
                .replaceAll("\\{\\w+}", "0");
        var query = (path.contains("?") ? "&" : "?") + "programme=" + programme
                + "&year=2025&dryRun=true&from=2026-06-01T00:00:00Z";
        var call = HttpCall.to(path + query);
        if (!asker.anonymous()) {
            call.token(tokens.computeIfAbsent(asker, Asking::token));
        }
        return verb.equals("POST") ? call.sendJson(verb, "{}") : call.send(verb);
    }

    private static String token(Asker asker) {
        return Tokens.of("somebody", asker.division(), asker.role());
    }
}
