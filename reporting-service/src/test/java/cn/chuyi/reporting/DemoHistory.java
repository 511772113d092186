package cn.chuyi.reporting;

import java.util.List;
import java.util.Map;

/** A small year: a city with two counties, schools, projects, cases; one county is published. */
public final class DemoHistory {
    public static final String CITY = "430100";
    public static final String COUNTY = "430181";
    public static final String OTHER_COUNTY = "430102";

    private DemoHistory() {}

    public static History of(String programme) {
        var history = new History(programme);
        divisions(history);
        history.catalogue("CITY").catalogue("COUNTY").openCycle();
        history.openCase(CITY, "CITY", "430000")
                .openCase(COUNTY, "COUNTY", CITY)
                .openCase(OTHER_COUNTY, "COUNTY", CITY);
        register(history);
        cases(history);
        return history;
    }

    /** The same, and what moves units' borders: a recoded division, a school that moves, a unified arrangement. */
    public static History moved(String programme) {
        var history = of(programme);
        history.division("430121", "COUNTY", CITY);
        var old = history.school("SECONDARY_VOCATIONAL_SCHOOL", "430121", "430121");
        history.sheet(old, 9, 900, 50, 30, 12);
        history.registry(
                        "division-430124",
                        "division-recoded",
                        Map.of(
                                "code", "430124",
                                "name", "新区",
                                "level", "COUNTY",
                                "parent", CITY,
                                "predecessor", "430121",
                                "effectiveOn", "2025-06-01"))
                .registry(
                        "division-430124",
                        "unified-arrangement-approved",
                        Map.of(
                                "code", "430124",
                                "schoolKinds", List.of("SECONDARY_VOCATIONAL_SCHOOL"),
                                "document", "统筹文件",
                                "effectiveOn", "2025-06-02"))
                .openCase("430124", "COUNTY", CITY)
                .reported("430124", "K-G2", "99");
        history.institution(
                        old,
                        "institution-relocated",
                        Map.of("institution", old, "locatedIn", OTHER_COUNTY, "effectiveOn", "2025-07-01"))
                .institution(
                        old,
                        "institution-relocated",
                        Map.of("institution", old, "locatedIn", "430121", "effectiveOn", "2025-08-01"));
        var closed = history.school("SECONDARY_VOCATIONAL_SCHOOL", "430124", "430124");
        history.institution(closed, "institution-closed", Map.of("institution", closed, "effectiveOn", "2025-12-31"));
        return history;
    }

    public static void divisions(History history) {
        history.registry(
                        "division-430000",
                        "division-registered",
                        Map.of("code", "430000", "name", "湖南省", "level", "PROVINCE", "effectiveOn", "2020-01-01"))
                .division(CITY, "CITY", "430000")
                .division(COUNTY, "COUNTY", CITY)
                .division(OTHER_COUNTY, "COUNTY", CITY);
    }

    private static void register(History history) {
        var good = history.school("SECONDARY_VOCATIONAL_SCHOOL", COUNTY, COUNTY);
        history.sheet(good, 10, 2000, 100, 60, 33);
        var middling = history.school("SECONDARY_VOCATIONAL_SCHOOL", OTHER_COUNTY, CITY);
        history.sheet(middling, 7, 2500, 100, 50, 20);
        history.school("TECHNICIAN_SCHOOL", COUNTY, CITY);
        var base = history.project("T4.1", "TRAINING_BASE", COUNTY, good);
        history.taskBook(base, "30").done(base, "10").done(base, "20");
        var cluster = history.project("T3.3", "PROGRAMME_CLUSTER", OTHER_COUNTY, middling);
        history.taskBook(cluster, "12").done(cluster, "12");
        var team = history.project("T5.1", "TEACHER_TEAM", COUNTY, middling);
        history.taskBook(team, "8").done(team, "2");
    }

    private static void cases(History history) {
        history.reported(COUNTY, "K-A1", "A")
                .reported(COUNTY, "K-A2", "B")
                .reported(COUNTY, "K-G1", "30")
                .verified(COUNTY, "K-A1", "B")
                .verified(COUNTY, "K-C1", "2")
                .verified(COUNTY, "K-C3", "100.000000")
                .ofCase(COUNTY, "indicator-exempted", Map.of("indicator", "K-C2", "reason", "not the host"))
                .ofCase(COUNTY, "finding-confirmed", Map.of("finding", "f1", "rule", "D1", "reason", "late"))
                .published(COUNTY)
                .verified(COUNTY, "K-A1", "D")
                .reported(OTHER_COUNTY, "K-A1", "A")
                .reported(OTHER_COUNTY, "K-G2", "95.5")
                .verified(OTHER_COUNTY, "K-G2", "90")
                .reported(CITY, "C-A1", "A");
    }
}
