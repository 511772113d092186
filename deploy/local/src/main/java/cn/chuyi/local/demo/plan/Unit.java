package cn.chuyi.local.demo.plan;

/**
 * A city or county: the government that is assessed.
 *
 * @param code six-digit division code; source: GB/T 2260
 * @param level {@code CITY} or {@code COUNTY}
 * @param parent the city of a county, the province of a city
 */
public record Unit(String code, String name, String level, String parent) {

    public boolean isCity() {
        return level.equals("CITY");
    }

    /** An urban district, whose secondary schools are often run by the city. */
    boolean isDistrict() {
        return !isCity() && name.endsWith("区");
    }
}
