package cn.chuyi.reporting.rebuild.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight bytes at once are what they are one by one. */
class EightTest {
    private static final int PLACES = 8;

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 7})
    void any_byte_at_any_place_is_seen_for_what_it_is(int place) {
        for (int each = 0; each < 256; each++) {
            for (byte others : new byte[] {'a', '!', '~', ' ', '"', '\\', 0x7f, (byte) 0x80, (byte) 0xff}) {
                var bytes = new byte[PLACES];
                Arrays.fill(bytes, others);
                bytes[place] = (byte) each;
                requireSame(bytes);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void any_eight_bytes_are_seen_for_what_they_are(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            var bytes = new byte[PLACES];
            for (int j = 0; j < PLACES; j++) {
                bytes[j] = (byte) (random.nextInt(10) < 8 ? '!' + random.nextInt(90) : random.nextInt(256));
            }
            requireSame(bytes);
        }
    }

    private static void requireSame(byte[] bytes) {
        int plain = 0;
        boolean visible = true;
        boolean stopped = false;
        for (byte each : bytes) {
            visible &= each > ' ' && each < 0x7f;
            stopped |= each < ' ' || each == '"' || each == '\\';
            plain += stopped ? 0 : 1;
        }
        long eight = Eight.at(bytes, 0);
        assertThat(Eight.areVisible(eight)).as(Arrays.toString(bytes)).isEqualTo(visible);
        assertThat(Eight.plainInJson(eight)).as(Arrays.toString(bytes)).isEqualTo(plain);
    }
}
