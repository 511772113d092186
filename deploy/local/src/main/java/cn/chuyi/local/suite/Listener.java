package cn.chuyi.local.suite;

/** A port that somebody of the suite listens on. */
enum Listener {
    REGISTRY("registry-service", 8081),
    ASSESSMENT("assessment-service", 8082),
    REPORTING("reporting-service", 8083),
    KEYCLOAK("Keycloak", 18080),
    POSTGRES("PostgreSQL", 15432),
    KAFKA("Kafka", 19092),
    KAFKA_CONTROLLER("Kafka's controller", 19093);

    private final String owner;
    private final int usual;

    Listener(String owner, int usual) {
        this.owner = owner;
        this.usual = usual;
    }

    /** Who listens, for people. */
    String owner() {
        return owner;
    }

    int usual() {
        return usual;
    }

    /** Environment variable that chooses another port. */
    String variable() {
        return "SUITE_" + name() + "_PORT";
    }
}
