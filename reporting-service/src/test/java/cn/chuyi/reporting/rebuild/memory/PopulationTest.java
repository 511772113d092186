package cn.chuyi.reporting.rebuild.memory;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.reporting.fact.AssessmentFact.CaseOpened;
import cn.chuyi.reporting.fact.AssessmentFact.ListedUnit;
import cn.chuyi.reporting.fact.AssessmentFact.UnitsListed;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.rebuild.memory.Population.Named;
import cn.chuyi.reporting.score.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final Fact LISTED = listed("430100", "A");
    private static final Fact OPENED = new CaseOpened("P", 2025, "430181", Level.COUNTY, "430200", true);

    @Test
    void a_list_names_a_unit_and_a_later_list_names_it_anew() {
        assertThat(named(LISTED)).containsExactly(unit("430100", "A", false, false));
        assertThat(named(LISTED, listed("430300", "B"))).containsExactly(unit("430300", "B", false, false));
    }

    @Test
    void what_the_case_says_of_a_unit_weighs_more_than_the_list_whichever_came_first() {
        assertThat(named(LISTED, OPENED)).containsExactly(unit("430200", "A", true, true));
        assertThat(named(OPENED, LISTED)).containsExactly(unit("430200", "A", true, true));
    }

    @Test
    void a_unit_that_no_list_names_has_no_peers() {
        assertThat(named(OPENED)).extracting(one -> one.unit().peerGroup()).containsOnlyNulls();
    }

    @Test
    void units_come_by_cycle_and_code() {
        var other = new CaseOpened("P", 2024, "430182", Level.COUNTY, null, null);
        assertThat(named(OPENED, other)).extracting(one -> one.unit().cycle()).containsExactly("P-2024", "P-2025");
    }

    private static Fact listed(String parent, String peers) {
        return new UnitsListed("P", 2025, List.of(new ListedUnit("430181", "a county", Level.COUNTY, parent, peers)));
    }

    private static Named unit(String parent, String peers, boolean demo, boolean opened) {
        return new Named(new Unit("P-2025", "430181", Level.COUNTY, parent, peers, demo), opened);
    }

    private static List<Named> named(Fact... facts) {
        return Population.of(List.of(facts));
    }
}
