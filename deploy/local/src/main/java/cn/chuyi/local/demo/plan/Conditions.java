package cn.chuyi.local.demo.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes up what a school measures against the conditions of its kind. */
final class Conditions {

    /** What can fall short by itself. */
    private static final List<String> WEAK_POINTS = List.of("land", "building", "teachers", "equipment", "books");

    private final Dice dice;
    private final Map<String, Double> shortfalls = new TreeMap<>();

    private Conditions(Dice dice) {
        this.dice = dice;
    }

    /** @param failures how many things fall short, 0 to 5; the first of three is far below its standard */
    static Sheet sheet(String kind, int year, int failures, double quality, Dice dice) {
        var conditions = new Conditions(dice);
        var weak = dice.shuffled(WEAK_POINTS).subList(0, failures);
        for (int i = 0; i < weak.size(); i++) {
            boolean far = failures >= 3 && i == 0;
            conditions.shortfalls.put(weak.get(i), far ? dice.between(0.55, 0.8) : dice.between(0.87, 0.97));
        }
        return switch (kind) {
            case School.COLLEGE -> conditions.college(year, quality);
            case School.TECHNICIAN -> conditions.technician(year, quality);
            default -> conditions.secondary(year, quality);
        };
    }

    private Sheet secondary(int year, double quality) {
        int students = dice.between(1300, 4200);
        int teachers = teachers(students, 60, 20);
        double land = Math.max(40_000, 33.0 * students) * factor("land");
        double building = Math.max(24_000, 20.0 * students) * factor("building");
        double equipment = Math.max(3_000_000, 2_500.0 * students) * factor("equipment");
        var values = new TreeMap<String, String>();
        values.put("S-01", Dice.number(land, 0));
        values.put("S-02", Dice.number(land / students, 2));
        values.put("S-03", Dice.number(building, 0));
        values.put("S-04", Dice.number(building / students, 2));
        values.put("S-05", Integer.toString(teachers));
        values.put("S-06", Dice.number((double) students / teachers, 2));
        values.put("S-07", Dice.number(equipment, 0));
        values.put("S-08", Dice.number(equipment / students, 2));
        values.put("S-09", Dice.number(30 * factor("books"), 1));
        return sheet(year, values, students, teachers, quality);
    }

    private Sheet technician(int year, double quality) {
        int students = dice.between(900, 2600);
        int teachers = teachers(students, 45, 20);
        double building = Math.max(18_000, 20.0 * students) * factor("building");
        var values = new TreeMap<String, String>();
        values.put("T-01", Dice.number(30_000 * factor("land"), 0));
        values.put("T-02", Dice.number(building, 0));
        values.put("T-03", Dice.number(building / students, 2));
        values.put("T-04", Dice.number((double) students / teachers, 2));
        values.put("T-05", Dice.number(3_000_000 * factor("equipment"), 0));
        return sheet(year, values, students, teachers, quality);
    }

    private Sheet college(int year, double quality) {
        int students = dice.between(5_500, 13_000);
        int teachers = teachers(students, 300, 18);
        var values = new TreeMap<String, String>();
        values.put("H-01", Dice.number((double) students / teachers, 2));
        values.put("H-02", Dice.number(15 * dice.between(1.2, 2.4), 2));
        values.put("H-03", Dice.number(16 * factor("building"), 2));
        values.put("H-04", Dice.number(4_000 * factor("equipment"), 0));
        values.put("H-05", Dice.number(60 * factor("books"), 1));
        return sheet(year, values, students, teachers, quality);
    }

    private Sheet sheet(int year, Map<String, String> values, int students, int teachers, double quality) {
        int specialised = (int) Math.round(teachers * dice.between(0.52, 0.62));
        int dual = (int) Math.ceil(specialised * dualPercent(quality) / 100);
        return new Sheet(year, values, students, teachers, specialised, dual, year + "-09-30");
    }

    /** At least 50 % where nothing falls short: it is a condition as well. */
    private double dualPercent(double quality) {
        return shortfalls.isEmpty() ? dice.between(50, 58) : 30 + 20 * (quality + dice.between(-0.05, 0.08));
    }

    private int teachers(int students, int minimum, int studentsPerTeacher) {
        double shortfall = shortfalls.getOrDefault("teachers", 1.0);
        double needed = Math.max(minimum, students / (studentsPerTeacher * dice.between(0.7, 0.95)));
        return (int) Math.ceil(shortfall < 1 ? students / (studentsPerTeacher / shortfall) : needed);
    }

    private double factor(String point) {
        return shortfalls.getOrDefault(point, dice.between(1.03, 1.5));
    }
}
