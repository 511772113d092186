package cn.chuyi.local.keycloak;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Somebody to log in as on one's own machine.
 *
 * @param username log-in name; the password is {@value #PASSWORD}
 * @param role realm role
 * @param division six-digit division code the user acts for
 */
record DemoUser(String username, String role, String division) {

    static final String PASSWORD = "demo";

    /** Those who act for a city or a county; nobody for the province. */
    static List<DemoUser> of(Division division) {
        return switch (division.level()) {
            case "city" ->
                Stream.of("city-office", "city-filler")
                        .map(role -> of(role, division))
                        .toList();
            case "county" -> List.of(of("county-filler", division));
            default -> List.of();
        };
    }

    private static DemoUser of(String role, Division division) {
        return new DemoUser(role + "-" + division.code(), role, division.code());
    }

    /** The same subject after every import, so that data made before stay theirs. */
    UUID subject() {
        return UUID.nameUUIDFromBytes(("chuyi-demo:" + username).getBytes(StandardCharsets.UTF_8));
    }
}
