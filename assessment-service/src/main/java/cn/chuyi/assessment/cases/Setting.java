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
 * @param today Asia/Shanghai
 * @param actor who asks
 * @param background what few decisions ask for
 */
record Setting(
        Procedure procedure,
        Timetable timetable,
        CatalogueContent catalogue,
        boolean scoringClosed,
        LocalDate today,
        Actor actor,
        Background background) {

    /** What is looked up when a decision asks for it. Answers the same as often as it is asked. */
    interface Background {

        /** What reporting has computed so far, by indicator. */
        Map<String, Measure> collected();

        /** Subjects who filled in or submitted this case. */
        Set<String> fillers();

        /** Subjects who proposed its result. */
        Set<String> proposers();
    }

    Map<String, Measure> collected() {
        return background.collected();
    }

    Set<String> fillers() {
        return background.fillers();
    }

    Set<String> proposers() {
        return background.proposers();
    }

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
