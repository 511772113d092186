package cn.chuyi.local.demo.plan;

import java.util.List;
import java.util.Locale;

/**
 * The divisions of the province as they are today, in the order of their codes.
 *
 * @param units the 14 cities and 122 counties
 * @param zones functional zones, which belong to a city but are no statutory counties
 */
public record Gazetteer(Unit province, List<Unit> units, List<Unit> zones) {

    public static Gazetteer load() {
        var divisions = rows("hunan-divisions.csv").stream()
                .map(row -> new Unit(row[0], row[1], row[2].toUpperCase(Locale.ROOT), row[3]))
                .toList();
        var zones = rows("hunan-nonstandard-zones.csv").stream()
                .map(row -> new Unit(row[0], row[1], "ZONE", row[2]))
                .toList();
        return new Gazetteer(divisions.getFirst(), divisions.subList(1, divisions.size()), zones);
    }

    public List<Unit> cities() {
        return units.stream().filter(Unit::isCity).toList();
    }

    public List<Unit> counties() {
        return units.stream().filter(unit -> !unit.isCity()).toList();
    }

    List<Unit> countiesOf(Unit city) {
        return counties().stream()
                .filter(county -> county.parent().equals(city.code()))
                .toList();
    }

    public Unit unit(String code) {
        return units.stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no unit " + code));
    }

    private static List<String[]> rows(String name) {
        return Resource.text(name)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
