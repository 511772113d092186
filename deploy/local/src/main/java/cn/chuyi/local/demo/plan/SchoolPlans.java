package cn.chuyi.local.demo.plan;

import cn.chuyi.local.demo.plan.Fate.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Founds the schools of the demo year, and enters the two that the notice names. */
final class SchoolPlans {

    /** When the register took the schools over; every division of today stands by then. */
    private static final String SINCE = "2021-09-01";

    /** The two institutions that the notice names: they are real, so nothing is made up about them. */
    static final School NAMED_COLLEGE = new School(
            "named-college",
            "4143010830",
            "湖南工业职业技术学院",
            School.COLLEGE,
            true,
            "430104",
            "湖南省人民政府",
            "430000",
            false,
            SINCE,
            null,
            List.of());

    static final School NAMED_SCHOOL = new School(
            "named-school",
            null,
            "新化县楚怡工业学校",
            School.SECONDARY,
            true,
            "431322",
            "新化县人民政府",
            "431322",
            false,
            SINCE,
            null,
            List.of());

    private final long seed;
    private final int year;
    private final Gazetteer gazetteer;
    private final List<School> schools = new ArrayList<>(List.of(NAMED_COLLEGE, NAMED_SCHOOL));

    private SchoolPlans(long seed, int year, Gazetteer gazetteer) {
        this.seed = seed;
        this.year = year;
        this.gazetteer = gazetteer;
    }

    static List<School> found(long seed, int year, Gazetteer gazetteer, List<Fate> fates) {
        var plans = new SchoolPlans(seed, year, gazetteer);
        for (var fate : fates) {
            var dice = Dice.of(seed, "schools " + fate.subject());
            if (fate.unit().isCity()) {
                plans.ofCity(fate, dice);
            } else if (fate.part() != Part.BARE_DISTRICT) {
                plans.ofCounty(fate, dice);
            }
        }
        return List.copyOf(plans.schools);
    }

    private void ofCity(Fate fate, Dice dice) {
        var city = fate.unit();
        var districts =
                gazetteer.countiesOf(city).stream().filter(Unit::isDistrict).toList();
        var seat = districts.isEmpty() ? gazetteer.countiesOf(city).getFirst() : districts.getFirst();
        add(fate, dice, "college", School.COLLEGE, shortName(city) + "演示职业技术学院", true, seat.code());
        add(fate, dice, "technician", School.TECHNICIAN, shortName(city) + "演示技工学校", true, seat.code());
        if (dice.chance(0.3)) {
            add(fate, dice, "private-college", School.COLLEGE, shortName(city) + "演示民办职业学院", false, seat.code());
        }
    }

    private void ofCounty(Fate fate, Dice dice) {
        var county = fate.unit();
        boolean ownSchool = hasOwnSchool(fate, dice);
        if (ownSchool) {
            add(fate, dice, "public", School.SECONDARY, county.name() + "演示职业中等专业学校", true, county.code());
        }
        if (dice.chance(ownSchool ? 0.2 : 0.5)) {
            add(fate, dice, "private", School.SECONDARY, county.name() + "演示民办职业学校", false, county.code());
        }
        if (!county.isDistrict() && dice.chance(0.2)) {
            add(fate, dice, "technician", School.TECHNICIAN, county.name() + "演示技工学校", true, county.code());
        }
    }

    private static boolean hasOwnSchool(Fate fate, Dice dice) {
        boolean exists = dice.chance(fate.unit().isDistrict() ? 0.6 : 0.96);
        return exists
                || fate.part() != Part.NONE
                || (fate.quality() > 0.9 && !fate.unit().isDistrict());
    }

    private void add(Fate fate, Dice dice, String which, String kind, String name, boolean isPublic, String locatedIn) {
        boolean stopped = fate.part() == Part.SCHOOL_STOPPED && which.equals("public");
        schools.add(new School(
                fate.unit().code() + "-" + which,
                code(kind),
                name,
                kind,
                isPublic,
                locatedIn,
                fate.unit().name() + (isPublic ? "人民政府" : "教育局"),
                fate.unit().code(),
                true,
                SINCE,
                stopped ? year + "-03-01" : null,
                sheets(fate, kind, isPublic, dice)));
    }

    private List<Sheet> sheets(Fate fate, String kind, boolean isPublic, Dice dice) {
        if (fate.quality() < 0.8 && dice.chance(isPublic ? 0.1 : 0.3)) {
            return List.of();
        }
        return List.of(Conditions.sheet(kind, year, failures(fate.quality(), isPublic, dice), fate.quality(), dice));
    }

    private static int failures(double quality, boolean isPublic, Dice dice) {
        if (quality >= 0.95 || dice.chance(quality - 0.25)) {
            return 0;
        }
        return isPublic && quality > 0.6 ? dice.between(1, 2) : dice.between(2, 4);
    }

    /** 99 opens a range of serials that the ministry does not use: invented schools cannot be mistaken for real ones. */
    private @Nullable String code(String kind) {
        var serial = "4399%04d".formatted(schools.size());
        return switch (kind) {
            case School.SECONDARY -> "36" + serial;
            case School.COLLEGE -> "41" + serial;
            default -> null;
        };
    }

    private static String shortName(Unit city) {
        return city.name().startsWith("湘西") ? "湘西" : city.name().replace("市", "");
    }
}
