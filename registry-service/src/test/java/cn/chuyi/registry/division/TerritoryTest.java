package cn.chuyi.registry.division;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.registry.division.Territory.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerritoryTest {
    private final Territory territory = Territory.of(List.of(
            new Place("430000", null, null),
            new Place("431100", "430000", null),
            new Place("431121", "431100", "431181"),
            new Place("431181", "431100", null),
            new Place("431173", "431121", null)));

    @Test
    void a_division_reaches_down_by_parent_and_not_by_the_digits_of_its_code() {
        assertThat(territory.within("431100")).containsExactlyInAnyOrder("431100", "431121", "431181", "431173");
        assertThat(territory.within("430000")).hasSize(5);
        assertThat(territory.within("999999")).containsExactly("999999");
    }

    @Test
    void what_lay_below_a_former_code_is_within_reach_of_the_new_one() {
        assertThat(territory.within("431181")).containsExactlyInAnyOrder("431181", "431121", "431173");
        assertThat(territory.parentOf("431121")).isEqualTo("431181");
        assertThat(territory.parentOf("430000")).isNull();
    }
}
