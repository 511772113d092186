package cn.chuyi.reporting.measure;

import cn.chuyi.reporting.score.Measure.Attribution;
import cn.chuyi.reporting.score.Measure.Registry;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the register holds that may be one unit's deed, at one moment.
 *
 * @param own codes of the unit: its code and those it had before
 * @param area codes of the unit and of every division below it, with those they had before
 * @param schools all that stand in the area or are run by the unit
 * @param works all that are carried out in the area or led from it
 * @param leads where the leading institutions stand, by id
 * @param unified kinds of school that the unit need not have (市级统筹)
 */
public record Holdings(
        Set<String> own,
        Set<String> area,
        List<School> schools,
        List<Work> works,
        Map<String, String> leads,
        Set<String> unified) {

    public List<School> schools(Registry measure) {
        return schools.stream()
                .filter(school -> measure.kinds().contains(school.kind()))
                .filter(school -> isOf(measure.attribution(), school))
                .toList();
    }

    /** Terminated projects are nobody's deed. */
    public List<Work> works(Registry measure) {
        return works.stream()
                .filter(work -> measure.kinds().contains(work.kind()) && !work.terminated())
                .filter(work -> isOf(measure.attribution(), work))
                .toList();
    }

    private boolean isOf(Attribution attribution, School school) {
        return switch (attribution) {
            case LOCATED_IN, LEAD_UNIT -> area.contains(school.locatedIn());
            case ADMINISTERED_BY -> school.administeredBy() != null && own.contains(school.administeredBy());
        };
    }

    private boolean isOf(Attribution attribution, Work work) {
        return switch (attribution) {
            case LOCATED_IN, ADMINISTERED_BY -> area.contains(work.locatedIn());
            case LEAD_UNIT -> ledFromHere(work);
        };
    }

    /** A lead that is none of the register is taken to be where the project is. */
    private boolean ledFromHere(Work work) {
        var lead = work.leadInstitution();
        if (lead == null) {
            return area.contains(work.locatedIn());
        }
        var place = leads.get(lead);
        return place != null && area.contains(place);
    }
}
