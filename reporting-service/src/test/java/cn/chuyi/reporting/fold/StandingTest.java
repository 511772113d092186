package cn.chuyi.reporting.fold;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.reporting.score.Level;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Standing FIRST = county("97.5", true);
    private static final Standing SECOND = county("90", false);
    private static final Standing SAME = county("90.00", true);
    private static final Standing FOURTH = county("12", true);
    private static final Standing UNRATED = county(null, false);
    private static final Standing CITY = new Standing(Level.CITY, new BigDecimal("99"), true);
    private static final List<Standing> ALL = List.of(FOURTH, SAME, UNRATED, FIRST, CITY, SECOND);

    private static Standing county(@Nullable String total, boolean isPublished) {
        return new Standing(Level.COUNTY, total == null ? null : new BigDecimal(total), isPublished);
    }

    @Test
    void equal_totals_share_a_rank_and_the_next_one_counts_them_all() {
        assertThat(ALL).extracting(one -> one.rank(ALL, false)).containsExactly(4, 2, null, 1, 1, 2);
    }

    @Test
    void among_the_published_only_those_are_counted() {
        assertThat(ALL).extracting(one -> one.rank(ALL, true)).containsExactly(3, 2, null, 1, 1, 2);
    }
}
