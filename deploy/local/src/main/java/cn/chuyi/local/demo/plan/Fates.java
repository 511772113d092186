package cn.chuyi.local.demo.plan;

import cn.chuyi.local.demo.plan.Fate.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Deals every unit its fate: 60 cases are published, and the others stand everywhere in the procedure. */
final class Fates {

    private static final int PUBLISHED_CITIES = 4;
    private static final int PUBLISHED_COUNTIES = 56;
    private static final int BARE_DISTRICTS = 4;
    private static final int PUBLISHED_BARE = 2;

    /** Parts for the first published counties; the qualities are chosen so that each part has its effect. */
    private static final List<Casting> CASTINGS = List.of(
            new Casting(Part.TWIN, 0.87),
            new Casting(Part.TWIN, 0.87),
            new Casting(Part.ACCIDENT, 0.98),
            new Casting(Part.FALSE_DATA, 0.93),
            new Casting(Part.DIVERTED_FUNDS, 0.82),
            new Casting(Part.ACCIDENT_IN_VAIN, 0.78),
            new Casting(Part.AWARDED, 0.94),
            new Casting(Part.LATE, 0.82),
            new Casting(Part.UNLAWFUL_INTERNSHIPS, 0.99),
            new Casting(Part.SCHOOL_STOPPED, 0.9));

    /** Stations of the unpublished, dealt round and round. */
    private static final List<Station> STATIONS = List.of(
            Station.SELF_ASSESSING,
            Station.SELF_SUBMITTED,
            Station.CITY_REVIEW,
            Station.DOC_REVIEW,
            Station.SELF_ASSESSING,
            Station.PUBLICITY,
            Station.RETURNED,
            Station.CITY_SCORED,
            Station.SAMPLED_ONSITE,
            Station.PRELIM_FED_BACK,
            Station.SELF_SUBMITTED,
            Station.NO_ONSITE,
            Station.OPINION_ISSUED,
            Station.SELF_ASSESSING,
            Station.ONSITE_DONE,
            Station.PRELIM_SCORED,
            Station.CITY_REVIEW,
            Station.ACCEPTED,
            Station.RESULT_PROPOSED,
            Station.RESULT_FINAL);

    private record Casting(Part part, double quality) {}

    private final long seed;

    private Fates(long seed) {
        this.seed = seed;
    }

    static List<Fate> deal(long seed, Gazetteer gazetteer) {
        var fates = new Fates(seed);
        return Stream.concat(fates.cities(gazetteer).stream(), fates.counties(gazetteer).stream())
                .toList();
    }

    private List<Fate> cities(Gazetteer gazetteer) {
        var cities = Dice.of(seed, "cities").shuffled(gazetteer.cities());
        var result = new ArrayList<Fate>();
        for (int i = 0; i < cities.size(); i++) {
            var goal = i < PUBLISHED_CITIES ? Station.PUBLISHED : ofCity(STATIONS.get((i + 1) % STATIONS.size()));
            result.add(new Fate(cities.get(i), quality(cities.get(i)), goal, Part.NONE, null));
        }
        return result;
    }

    private List<Fate> counties(Gazetteer gazetteer) {
        var shuffled = Dice.of(seed, "counties").shuffled(gazetteer.counties());
        var cast = shuffled.stream()
                .filter(county -> !county.isDistrict())
                .limit(CASTINGS.size())
                .toList();
        var bare =
                shuffled.stream().filter(Unit::isDistrict).limit(BARE_DISTRICTS).toList();
        var others = shuffled.stream()
                .filter(county -> !cast.contains(county) && !bare.contains(county))
                .toList();
        return Stream.of(cast(cast), bare(bare), others(others))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fate> cast(List<Unit> counties) {
        var result = new ArrayList<Fate>();
        for (int i = 0; i < counties.size(); i++) {
            var casting = CASTINGS.get(i);
            var twin = i == 1 ? counties.getFirst().code() : null;
            result.add(new Fate(counties.get(i), casting.quality(), Station.PUBLISHED, casting.part(), twin));
        }
        return result;
    }

    private List<Fate> bare(List<Unit> districts) {
        var result = new ArrayList<Fate>();
        for (var district : districts) {
            var goal = result.size() < PUBLISHED_BARE ? Station.PUBLISHED : Station.DOC_REVIEW;
            result.add(new Fate(district, quality(district), goal, Part.BARE_DISTRICT, null));
        }
        return result;
    }

    private List<Fate> others(List<Unit> counties) {
        int published = PUBLISHED_COUNTIES - CASTINGS.size() - PUBLISHED_BARE;
        var result = new ArrayList<Fate>();
        for (int i = 0; i < counties.size(); i++) {
            var goal = i < published ? Station.PUBLISHED : STATIONS.get((i - published) % STATIONS.size());
            result.add(new Fate(counties.get(i), quality(counties.get(i)), goal, Part.NONE, null));
        }
        return result;
    }

    /** A city has no review above the county's: what would be its own goes straight to the documents. */
    private static Station ofCity(Station station) {
        return station == Station.CITY_REVIEW || station == Station.CITY_SCORED ? Station.DOC_REVIEW : station;
    }

    /** Two in ten excellent, four good, three ordinary, one poor; roughly. */
    private double quality(Unit unit) {
        var dice = Dice.of(seed, "quality " + unit.code());
        int tenth = dice.between(1, 10);
        if (tenth <= 2) {
            return dice.between(0.93, 1.0);
        }
        if (tenth <= 6) {
            return dice.between(0.8, 0.92);
        }
        return tenth <= 9 ? dice.between(0.62, 0.8) : dice.between(0.3, 0.5);
    }
}
