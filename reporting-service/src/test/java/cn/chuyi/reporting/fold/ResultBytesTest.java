package cn.chuyi.reporting.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.score.CanonicalText;
import cn.chuyi.reporting.score.Item;
import cn.chuyi.reporting.score.Item.State;
import cn.chuyi.reporting.score.Score;
import cn.chuyi.reporting.score.Score.Applied;
import cn.chuyi.reporting.score.Vectors;
import cn.chuyi.reporting.score.Vectors.Vector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResultBytesTest {
    private static final List<Position> BASIS = List.of(
            new Position("chuyi.assessment.v1", 2, 0),
            new Position("chuyi.assessment.v1", 8, 6_124_000_000L),
            new Position("chuyi.registry.v1", 0, 1));

    static Stream<Vector> vectors() {
        return Vectors.all().filter(vector -> !vector.expected().containsKey("error"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void every_score_of_the_law_comes_out_as_it_went_in(Vector vector) {
        var result = new Result(0, vector.score(), null, BASIS);
        assertThat(Result.parse(result.bytes())).isEqualTo(result);
    }

    @Test
    void a_problem_is_kept_in_the_place_of_a_score() {
        assertThat(Result.parse(unread().bytes())).isEqualTo(unread());
    }

    /** Rows are read by whoever comes later: where these bytes change, so does the format's number in live.sql. */
    @Test
    void the_format_is_the_one_that_live_sql_names() {
        assertThat(digest(sample())).isEqualTo("bcc093dbe1d28144146b4d810f6e500d9cd30b5225fb17171b40fb587fa54ded");
        assertThat(digest(unread())).isEqualTo("080560c28939f8f385a522340c2ae007d5dd740271952e847609f4467111b492");
    }

    /** Whoever alters a row may leave anything: it is another result or none, and never an error of another kind. */
    @Test
    void damaged_bytes_are_another_result_or_refused() {
        var bytes = sample().bytes();
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            var damaged = Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
            if (damaged.length > 0) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(Result.parse(damaged)).isNotNull();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("a row that we wrote");
            }
        }
        assertThatThrownBy(() -> Result.parse(new byte[0])).isInstanceOf(IllegalStateException.class);
    }

    private static String digest(Result result) {
        return CanonicalText.sha256(HexFormat.of().formatHex(result.bytes()));
    }

    private static Result unread() {
        return new Result(3, null, new Text("K-A1：不是数：x", "K-A1: not a number: x"), BASIS);
    }

    private static Result sample() {
        var items = new ArrayList<Item>();
        for (var state : State.values()) {
            items.add(new Item("K-A" + state.ordinal(), state, "87.2", new BigDecimal("0.872000"), BigDecimal.TEN));
        }
        items.add(new Item("K-B1", State.NOT_APPLICABLE, null, null, null));
        var score = new Score(
                items,
                new BigDecimal("100"),
                new BigDecimal("0.950000"),
                new BigDecimal("1.00"),
                new BigDecimal("0.50"),
                new BigDecimal("87.200000"),
                new BigDecimal("87.70"),
                "GOOD",
                List.of(new Applied("V1", "EXCELLENT", "GOOD")));
        return new Result(2, score, null, BASIS);
    }
}
