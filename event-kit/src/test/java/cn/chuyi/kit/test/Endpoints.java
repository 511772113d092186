package cn.chuyi.kit.test;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the running service offers, by its own OpenAPI document. */
public final class Endpoints {
    private Endpoints() {}

    /** Verb and path template of each, as in {@code GET /api/v1/things/{id}}. */
    public static SortedSet<String> running() {
        var endpoints = new TreeSet<String>();
        HttpCall.to("/q/openapi?format=json")
                .get()
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                endpoints.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return endpoints;
    }
}
