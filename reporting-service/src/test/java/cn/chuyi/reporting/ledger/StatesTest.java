package cn.chuyi.reporting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.reporting.ledger.States.Stated;
import cn.chuyi.reporting.measure.School;
import cn.chuyi.reporting.measure.Sheet;
import cn.chuyi.reporting.measure.Work;
import cn.chuyi.reporting.score.CanonicalText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatesTest {
    private static final String SCHOOL = "institution-075e8860-4077-3fda-ab5d-f4b0ee9275e9";
    private static final String PROJECT = "project-f1568f0b-0e25-353e-8f0c-aab80f41eeb0";

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void each_cycle_has_the_state_that_was_put_in_and_others_have_none(long seed) {
        var random = new Random(seed);
        var schools = new ArrayList<Stated<School>>();
        var works = new ArrayList<Stated<Work>>();
        var school = school(random);
        var work = work(random);
        for (var cycle : List.of(cycle("P", 2024), cycle("P", 2025), cycle("P", 2026), cycle("Q", 2025))) {
            school = random.nextBoolean() ? school : school(random);
            work = random.nextBoolean() ? work : work(random);
            if (random.nextInt(4) > 0) {
                schools.add(new Stated<>(cycle, school));
                works.add(new Stated<>(cycle, work));
            }
        }
        holds(States.SCHOOL, SCHOOL, schools);
        holds(States.WORK, PROJECT, works);
    }

    private static <T> void holds(States<T> states, String stream, List<Stated<T>> put) {
        var bytes = states.write(put);
        assertThat(states.all(stream, bytes))
                .isEqualTo(put.stream().map(Stated::state).toList());
        put.forEach(one -> assertThat(states.at(one.cycle(), stream, bytes)).isEqualTo(one.state()));
        assertThat(states.at(cycle("Q", 2024), stream, bytes)).isNull();
    }

    @Test
    void a_state_that_stays_the_same_takes_four_bytes_more() {
        var school = school(new Random(1));
        var one = List.of(new Stated<>(cycle("P", 2024), school));
        var two = List.of(one.getFirst(), new Stated<>(cycle("P", 2025), school));
        assertThat(States.SCHOOL.write(two)).hasSize(States.SCHOOL.write(one).length + 4);
    }

    /** Rows are read by whoever comes later: where these bytes change, so does the format's number in live.sql. */
    @Test
    void the_format_is_the_one_that_live_sql_names() {
        var random = new Random(7);
        assertThat(digest(States.SCHOOL.write(List.of(new Stated<>(cycle("P", 2024), school(random))))))
                .isEqualTo("0adbb4ad4f59b88b13acf0885fb57916242c71f5e49cfdea69c3d3e2a8c1f329");
        assertThat(digest(States.WORK.write(List.of(new Stated<>(cycle("P", 2024), work(random))))))
                .isEqualTo("ebfacd89e34759596c7653102c86fd4c3e84e103d193b1bdc91a21d4d0adcfcd");
    }

    private static String digest(byte[] bytes) {
        return CanonicalText.sha256(HexFormat.of().formatHex(bytes));
    }

    private static Cycle cycle(String programme, int year) {
        return new Cycle(programme + "-" + year, programme, year, LocalDate.of(year, 12, 31), false);
    }

    private static School school(Random random) {
        return new School(
                SCHOOL,
                "第" + random.nextInt(3) + "职业学校",
                "KIND" + random.nextInt(2),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                "43010" + random.nextInt(3),
                random.nextBoolean() ? "43010" + random.nextInt(3) : null,
                random.nextBoolean() ? sheet(random) : null);
    }

    private static Sheet sheet(Random random) {
        return new Sheet(
                random.nextInt(9),
                random.nextInt(9),
                random.nextBoolean(),
                random.nextInt(10_000),
                random.nextInt(500),
                random.nextInt(500),
                random.nextInt());
    }

    private static Work work(Random random) {
        return new Work(
                PROJECT,
                "P",
                "KIND" + random.nextInt(2),
                "产教融合项目" + random.nextInt(3),
                random.nextBoolean(),
                "43010" + random.nextInt(3),
                random.nextBoolean() ? "lead" + random.nextInt(2) : null,
                decimal(random),
                decimal(random),
                stage(random),
                decimal(random),
                decimal(random));
    }

    private static @Nullable String stage(Random random) {
        return random.nextBoolean() ? "STAGE" + random.nextInt(2) : null;
    }

    private static BigDecimal decimal(Random random) {
        return BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(8));
    }
}
