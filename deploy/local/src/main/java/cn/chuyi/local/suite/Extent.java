package cn.chuyi.local.suite;

/** How much is started. */
enum Extent {
    /** PostgreSQL, Kafka and Keycloak, for those who start a service from their editor. */
    SERVERS,

    /** The three services as well. */
    EVERYTHING,

    /** Everything, once, so that each service leaves an ahead-of-time cache for quicker starts. */
    TRAINING
}
