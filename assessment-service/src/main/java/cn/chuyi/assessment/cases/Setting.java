package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.catalogue.CatalogueContent;
import cn.chuyi.assessment.measure.Measure;
import cn.chuyi.assessment.procedure.Procedure;
import cn.chuyi.assessment.procedure.Timetable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about a case goes by besides the case itself.
 *
 * @param scoringClosed whether the cycle no longer takes values
 * @param collected what reporting has computed so far, by indicator
 * @param today Asia/Shanghai
 * @param actor who asks
 * @param fillers subjects who filled in or submitted this case
 * @param proposers subjects who proposed its result
 */
record Setting(
        Procedure procedure,
        Timetable timetable,
        CatalogueContent catalogue,
        boolean scoringClosed,
        Map<String, Measure> collected,
        LocalDate today,
        Actor actor,
        Set<String> fillers,
        Set<String> proposers) {

    /**
     * Who asks.
     *
     * @param subject of the token; absent when the service acts by itself
     */
    record Actor(@Nullable String subject, Set<String> roles) {

        boolean isOneOf(Collection<String> others) {
            return others.stream().anyMatch(roles::contains);
        }
    }
}
