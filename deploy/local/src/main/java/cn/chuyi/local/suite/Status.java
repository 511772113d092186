package cn.chuyi.local.suite;

import java.util.List;
import java.util.stream.Stream;

/** What runs, one line each. */
final class Status {

    private Status() {}

    static List<String> lines(Settings settings) {
        return settings.pids().alive().stream()
                .map(entry -> "%-20s process %-8d %s".formatted(entry.name(), entry.pid(), state(settings, entry)))
                .toList();
    }

    private static String state(Settings settings, Pids.Entry entry) {
        return Stream.of(Application.values())
                .filter(application -> application.folder().equals(entry.name()))
                .findFirst()
                .map(application -> health(settings, application))
                .orElse("runs");
    }

    private static String health(Settings settings, Application application) {
        return (Readiness.isReady(settings.readiness(application)) ? "ready on " : "not ready on ")
                + settings.url(application);
    }
}
