package cn.chuyi.bench.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Who is there: a country scaled to a number of units, of which about one in ten is a city. It does not grow with the
 * number of events.
 *
 * @param provinces codes
 * @param units cities and counties
 */
record Population(List<String> provinces, List<Unit> units, List<Place> institutions, List<Place> projects) {
    static final String REGISTRY = "chuyi.registry.v1";
    static final String ASSESSMENT = "chuyi.assessment.v1";
    static final String PROGRAMME = "CHUYI-2022";

    private static final int CITIES_OF_A_PROVINCE = 11;
    private static final int COUNTIES_OF_A_CITY = 9;
    private static final int PROJECTS_OF_A_UNIT = 4;

    /** @param parent the province of a city, the city of a county */
    record Unit(String code, boolean city, String parent) {
        String level() {
            return city ? "CITY" : "COUNTY";
        }
    }

    /** An institution or project and the unit in which it stands. */
    record Place(String id, Unit unit) {}

    static Population of(int size) {
        var provinces = new ArrayList<String>();
        var units = new ArrayList<Unit>();
        for (int city = 0; units.size() < size; city++) {
            var province = 11 + city / CITIES_OF_A_PROVINCE;
            if (city % CITIES_OF_A_PROVINCE == 0) {
                provinces.add(province + "0000");
            }
            var prefix = province + String.format("%02d", 1 + city % CITIES_OF_A_PROVINCE);
            var code = prefix + "00";
            units.add(new Unit(code, true, province + "0000"));
            IntStream.rangeClosed(1, Math.min(COUNTIES_OF_A_CITY, size - units.size()))
                    .forEach(county -> units.add(new Unit(prefix + String.format("%02d", county), false, code)));
        }
        return new Population(
                List.copyOf(provinces),
                List.copyOf(units),
                places("institution", size * 25 / 8, units),
                places("project", size * PROJECTS_OF_A_UNIT, units));
    }

    private static List<Place> places(String kind, int count, List<Unit> units) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Place(
                        UUID.nameUUIDFromBytes((kind + i).getBytes(UTF_8)).toString(),
                        units.get(Math.floorMod(i * 7919, units.size()))))
                .toList();
    }
}
