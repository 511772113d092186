package cn.chuyi.reporting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.fact.AssessmentFact.IndicatorReported;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    private static final Instant BEGIN = Instant.parse("2025-11-03T02:00:00.123456789Z");
    private static final String STREAM = "case-P-2025-430181";

    @Test
    void what_was_put_in_comes_out() {
        var facts = facts(50);
        assertThat(read(Page.of(facts))).isEqualTo(facts);
    }

    @Test
    void facts_of_one_stream_take_little_room() {
        var facts = facts(50);
        int plain = facts.stream()
                .mapToInt(fact -> FactBytes.bound(fact, fact.payload()))
                .sum();
        assertThat(Page.of(facts).length).isLessThan(plain / 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0198f0a2-0000-7000-8000-00000000000g",
                "0198F0A2-0000-7000-8000-000000000001",
                "0198f0a2x0000-7000-8000-000000000001",
                "ffffffff-ffff-ffff-ffff-ffffffffffff",
                "一二三四五六七八九十一二",
                ""
            })
    void an_id_that_is_no_uuid_or_written_otherwise_comes_out_as_it_was(String id) {
        var fact = fact(1, id);
        assertThat(read(Page.of(List.of(fact)))).containsExactly(fact);
    }

    @Test
    void times_before_1970_come_out_as_they_were() {
        var fact = fact(1, "1");
        var old =
                new Recorded(STREAM, Long.MAX_VALUE, "1", fact.type(), Instant.MIN, null, fact.position(), fact.fact());
        assertThat(read(Page.of(List.of(old)))).containsExactly(old);
    }

    static List<Recorded> facts(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(PageTest::fact).toList();
    }

    private static Recorded fact(long version) {
        return fact(version, "0198f0a2-0000-7000-8000-%012d".formatted(version));
    }

    private static Recorded fact(long version, String id) {
        return new Recorded(
                STREAM,
                version,
                id,
                "chuyi.assessment.indicator-reported.v1",
                BEGIN.plusSeconds(version),
                version % 3 == 0 ? null : "5d0f7e8a-1c0b-4c8e-9d6e-2f3a4b5c6d7e",
                new Position("chuyi.assessment.v1", 3, 1000 + version),
                new IndicatorReported("P", 2025, "430181", "K-A" + version, "优秀，第" + version + "次", null));
    }

    private static List<Recorded> read(byte[] page) {
        var facts = new ArrayList<Recorded>();
        Page.read(STREAM, page, facts::add);
        return facts;
    }
}
