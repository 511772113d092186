package cn.chuyi.local.suite;

/** What a person needs to know once all is up. */
final class Welcome {

    private Welcome() {}

    static String text(Settings settings) {
        return settings.applications() ? ofTheSuite(settings) : ofTheGround(settings);
    }

    private static String ofTheSuite(Settings settings) {
        return """

                The suite is up.
                  registry    %s/q/openapi
                  assessment  %s/q/openapi
                  reporting   %s   (API: %3$s/q/openapi)
                  log-ins     office / demo                 the provincial supervision office
                              county-filler-430181 / demo   Liuyang, a county that reports
                %s
                A county's score, in one line:

                %s

                Ctrl-C stops everything; the data stay in %s.
                """.formatted(
                        settings.url(Application.REGISTRY),
                        settings.url(Application.ASSESSMENT),
                        settings.url(Application.REPORTING),
                        servers(settings),
                        scoreLine(settings),
                        settings.run());
    }

    private static String ofTheGround(Settings settings) {
        return """

                PostgreSQL, Kafka and Keycloak are up; the services are not started.
                %s
                Ctrl-C stops everything; the data stay in %s.
                """.formatted(servers(settings), settings.run());
    }

    private static String servers(Settings settings) {
        return """
                  Keycloak    %s   (admin / admin), realm chuyi
                  PostgreSQL  localhost:%d, databases registry, assessment, reporting (user and password alike)
                  Kafka       localhost:%d
                """.formatted(
                        settings.keycloak().url(),
                        settings.ports().of(Listener.POSTGRES),
                        settings.ports().of(Listener.KAFKA));
    }

    /** A shell line that needs curl and sed only. */
    static String scoreLine(Settings settings) {
        return "curl -s -H \"Authorization: Bearer $(curl -s -d grant_type=password -d client_id=chuyi-cli"
                + " -d username=office -d password=demo " + settings.keycloak().tokenEndpoint()
                + " | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\" "
                + settings.url(Application.REPORTING) + "/api/v1/scores/2025/430181";
    }
}
