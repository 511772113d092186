package cn.chuyi.reporting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.fact.Fact;
import cn.chuyi.reporting.fact.RegistryFact.DivisionRenamed;
import cn.chuyi.reporting.fact.RegistryFact.InstitutionRelocated;
import cn.chuyi.reporting.fact.RegistryFact.ProjectListed;
import cn.chuyi.reporting.fact.RegistryFact.ProjectStageReached;
import cn.chuyi.reporting.fact.RegistryFact.ProjectTaskBookAgreed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A project that may be somebody else's now is never taken for one that was merely worked on: its old unit would keep it. */
class TouchedTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final Fact AGREED = new ProjectTaskBookAgreed(2025, BigDecimal.TEN, DAY);
    private static final Fact STAGE = new ProjectStageReached("BUILT", DAY);
    private static final Fact LISTED = new ProjectListed(DAY);

    private static Recorded fact(String stream, Fact fact) {
        return new Recorded(stream, 1, "id", "type", Instant.EPOCH, null, new Position("topic", 0, 0), fact);
    }

    @Test
    void a_project_of_which_only_work_is_reported_is_where_it_was() {
        assertThat(Touched.by(List.of(fact("project-a", AGREED), fact("project-a", STAGE)))
                        .worked())
                .containsExactly("project-a");
        assertThat(Touched.by(List.of(fact("project-a", AGREED))).changed()).isEmpty();
    }

    @Test
    void one_fact_of_another_kind_is_enough_in_whatever_order() {
        var batch = List.of(
                fact("project-a", STAGE),
                fact("project-a", LISTED),
                fact("project-b", LISTED),
                fact("project-b", STAGE),
                fact("project-c", STAGE));
        assertThat(Touched.by(batch).changed()).containsExactly("project-a", "project-b");
        assertThat(Touched.by(batch).worked()).containsExactly("project-c");
    }

    @Test
    void an_institution_may_always_have_changed_and_what_is_not_of_the_register_is_left_out() {
        var batch = List.of(
                fact("institution-a", new InstitutionRelocated("520102", DAY)),
                fact("division-520102", new DivisionRenamed("520102", "Nanming", DAY)));
        assertThat(Touched.by(batch).changed()).containsExactly("institution-a");
        assertThat(Touched.by(batch).worked()).isEmpty();
    }
}
