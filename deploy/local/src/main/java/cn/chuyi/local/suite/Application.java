package cn.chuyi.local.suite;

/** One of the three services. */
enum Application {
    REGISTRY("registry-service", "registry", Listener.REGISTRY),
    ASSESSMENT("assessment-service", "assessment", Listener.ASSESSMENT),
    REPORTING("reporting-service", "reporting", Listener.REPORTING);

    private final String folder;
    private final String database;
    private final Listener listener;

    Application(String folder, String database, Listener listener) {
        this.folder = folder;
        this.database = database;
        this.listener = listener;
    }

    /** Its module's folder, which is its name for people as well. */
    String folder() {
        return folder;
    }

    /** Database, role and local password, all of that name. */
    String database() {
        return database;
    }

    Listener listener() {
        return listener;
    }
}
