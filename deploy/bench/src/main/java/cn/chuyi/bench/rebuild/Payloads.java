package cn.chuyi.bench.rebuild;

import cn.chuyi.bench.rebuild.Population.Place;
import cn.chuyi.bench.rebuild.Population.Unit;
import java.util.List;

/** The JSON of facts as the producers write it, with the fields that reporting does not use. */
final class Payloads {
    private static final List<String> SCHOOLS =
            List.of("SECONDARY_VOCATIONAL_SCHOOL", "TECHNICIAN_SCHOOL", "HIGHER_VOCATIONAL_COLLEGE");
    private static final List<String> PROJECTS =
            List.of("TRAINING_BASE", "PROGRAMME_CLUSTER", "SELECTED_SCHOOL", "CHUYI_SCHOOL_REBUILD", "TEACHER_TEAM");

    private Payloads() {}

    static String division(String code, String level, String parent) {
        return "{\"code\":\"%s\",\"name\":\"区划%s\",\"level\":\"%s\",%s\"effectiveOn\":\"2020-01-01\"}"
                .formatted(code, code, level, parent.isEmpty() ? "" : "\"parent\":\"" + parent + "\",");
    }

    static String institution(Place place, int number) {
        return """
                {"institution":"%s","code":"36%08d","name":"%s第%d职业学校","kind":"%s","ownership":"%s",\
                "locatedIn":"%s","administeredBy":{"authority":"COUNTY","division":"%s"},"enrols":true,"demo":true,\
                "effectiveOn":"2020-09-01"}""".formatted(
                        place.id(),
                        number,
                        place.unit().code(),
                        number,
                        SCHOOLS.get(number % 3),
                        number % 5 == 0 ? "PRIVATE" : "PUBLIC",
                        place.unit().code(),
                        place.unit().code());
    }

    static String sheet(Place place, int year, int seed) {
        return """
                {"institution":"%s","year":%d,"conditions":[\
                {"code":"S-01","value":"%d","standard":"40000","direction":"AT_LEAST","applicable":true},\
                {"code":"S-02","value":"%d.5","standard":"33","direction":"AT_LEAST","applicable":true},\
                {"code":"S-06","value":"%d","standard":"20","direction":"AT_MOST","applicable":true}],\
                "students":%d,"teachers":%d,"specialisedTeachers":60,"dualQualifiedTeachers":%d,\
                "effectiveOn":"%d-10-15"}""".formatted(
                        place.id(),
                        year,
                        36_000 + seed % 9000,
                        29 + seed % 9,
                        17 + seed % 5,
                        900 + seed % 1500,
                        60 + seed % 50,
                        seed % 60,
                        year);
    }

    static String declared(Place place, int number, String lead) {
        return """
                {"project":"%s","programme":"%s","task":"T4.1","kind":"%s","name":"示例产教融合项目%d",\
                "leadUnit":{"institution":"%s","code":"36%08d","name":"示例职业中等专业学校"},"locatedIn":"%s","demo":true,\
                "effectiveOn":"2020-12-01"}""".formatted(
                        place.id(),
                        Population.PROGRAMME,
                        PROJECTS.get(number % 5),
                        number,
                        lead,
                        number,
                        place.unit().code());
    }

    static String listed(Place place) {
        return "{\"project\":\"%s\",\"batch\":\"1\",\"notice\":\"湘教通〔2021〕1号\",\"effectiveOn\":\"2021-01-10\"}"
                .formatted(place.id());
    }

    static String points(Place place, int year, String field, String amount, String on) {
        return "{\"project\":\"%s\",\"year\":%d,\"%s\":\"%s\",\"note\":\"按年度任务书执行\",\"effectiveOn\":\"%s\"}"
                .formatted(place.id(), year, field, amount, on);
    }

    static String progress(Place place, int year, String done, String evidence, String on) {
        return """
                {"project":"%s","year":%d,"done":"%s","evidence":["%s"],"note":"本月完成任务点建设并通过校内验收",\
                "effectiveOn":"%s"}""".formatted(place.id(), year, done, evidence, on);
    }

    /** @param rest further fields, each behind a comma */
    static String ofCase(Unit unit, int year, String rest) {
        return "{\"programme\":\"%s\",\"year\":%d,\"unit\":\"%s\"%s}"
                .formatted(Population.PROGRAMME, year, unit.code(), rest);
    }
}
