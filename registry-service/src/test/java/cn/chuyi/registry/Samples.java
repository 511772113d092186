package cn.chuyi.registry;

import static cn.chuyi.registry.Register.PROGRAMME;
import static cn.chuyi.registry.Register.body;
import static cn.chuyi.registry.Register.project;
import static cn.chuyi.registry.Register.school;
import static cn.chuyi.registry.Register.sheet;
import static cn.chuyi.registry.Register.text;
import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/**
 * A body for each endpoint that writes; most are refused by a rule, which is late enough to know that access was
 * granted.
 */
final class Samples {
    private static final String TARGET = AccessTable.TARGET;

    private Samples() {}

    /** As JSON, by verb and path. */
    static Map<String, Object> all() {
        var name = text("名", "Name");
        return Map.ofEntries(
                entry(
                        "POST /api/v1/programmes",
                        body(
                                "code",
                                PROGRAMME,
                                "name",
                                name,
                                "document",
                                body("title", "通知", "issuers", List.of()),
                                "from",
                                "2022-01-01",
                                "to",
                                "2022-12-31")),
                entry(
                        "POST /api/v1/programmes/{code}/project-kinds",
                        body(
                                "kind",
                                "BASE",
                                "name",
                                name,
                                "stages",
                                List.of(),
                                "taskBook",
                                true,
                                "funds",
                                true,
                                "members",
                                true)),
                entry(
                        "POST /api/v1/programmes/{code}/tasks",
                        body("task", "T1", "name", name, "scope", "PER_CITY", "unit", "个", "projectKinds", List.of())),
                entry(
                        "POST /api/v1/programmes/{code}/tasks/{task}/claims",
                        body("value", "-1", "source", "x", "confidence", "LOW")),
                entry("PUT /api/v1/programmes/{code}/tasks/{task}/target", body("claim", 99, "reason", "x")),
                entry(
                        "POST /api/v1/divisions",
                        body("code", TARGET, "name", "某", "level", "CITY", "effectiveOn", "2017-01-01")),
                entry("POST /api/v1/divisions/{code}/renaming", body("name", "浏阳市")),
                entry("POST /api/v1/divisions/{code}/recoding", body("newCode", "433101", "name", "某")),
                entry("POST /api/v1/divisions/{code}/closure", body("successor", TARGET)),
                entry(
                        "POST /api/v1/divisions/{code}/unified-arrangements",
                        body(
                                "schoolKinds",
                                List.of("TECHNICIAN_SCHOOL"),
                                "document",
                                "x",
                                "effectiveOn",
                                "2016-01-01")),
                entry("POST /api/v1/institutions", school("0", TARGET)),
                entry("PATCH /api/v1/institutions/{id}", body("name", "新校名")),
                entry("PUT /api/v1/institutions/{id}/condition-sheets/{year}", sheet()),
                entry("POST /api/v1/institutions/{id}/enrolment-suspension", body("effectiveOn", "2000-01-01")),
                entry("POST /api/v1/institutions/{id}/enrolment-resumption", body("effectiveOn", "2000-01-01")),
                entry("POST /api/v1/institutions/{id}/recoding", body("code", "0")),
                entry("POST /api/v1/institutions/{id}/closure", body("effectiveOn", "2000-01-01")),
                entry("POST /api/v1/projects", project("BASE", TARGET)),
                entry("POST /api/v1/projects/{id}/recommendation", body("effectiveOn", "2000-01-01")),
                entry(
                        "POST /api/v1/projects/{id}/listing",
                        body("batch", "1", "notice", "x", "effectiveOn", "2000-01-01")),
                entry("POST /api/v1/projects/{id}/acceptance", body("effectiveOn", "2000-01-01")),
                entry("POST /api/v1/projects/{id}/recognition", body("notice", "x", "effectiveOn", "2000-01-01")),
                entry("POST /api/v1/projects/{id}/termination", body("reason", "x", "effectiveOn", "2000-01-01")),
                entry("PUT /api/v1/projects/{id}/task-books/{year}", body("planned", "1")),
                entry("POST /api/v1/projects/{id}/progress", body("year", 2024, "done", "1")),
                entry("POST /api/v1/projects/{id}/stages", body("stage", "x")),
                entry("POST /api/v1/projects/{id}/funds", body("year", 2024)),
                entry("POST /api/v1/projects/{id}/members", body("name", "某企业")),
                entry("POST /api/v1/projects/{id}/member-departures", body("name", "无此企业")));
    }
}
