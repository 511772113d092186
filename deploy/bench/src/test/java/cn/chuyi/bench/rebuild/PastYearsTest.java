package cn.chuyi.bench.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastYearsTest {

    @Test
    void a_seed_decides_every_event() {
        assertThat(events(7)).isEqualTo(events(7)).isNotEqualTo(events(8));
    }

    @Test
    void a_stream_has_no_gap_and_its_repeats_are_the_very_same_event() {
        var last = new HashMap<String, Event>();

        for (var event : events(7)) {
            var before = last.put(event.stream(), event);
            if (!event.equals(before)) {
                assertThat(event.version()).isEqualTo(before == null ? 1 : before.version() + 1);
            }
        }

        assertThat(last).isNotEmpty();
    }

    private static List<Event> events(long seed) {
        var events = new ArrayList<Event>();
        new PastYears(seed, 6_000, Population.of(20)).write(events::add);
        return events;
    }
}
