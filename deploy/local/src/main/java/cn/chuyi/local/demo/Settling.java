package cn.chuyi.local.demo;

/** Waits until what was registered has come through as measures. */
final class Settling {

    private final Suite suite;

    Settling(Suite suite) {
        this.suite = suite;
    }

    void await() {
        suite.reporting(Suite.OFFICE);
    }
}
