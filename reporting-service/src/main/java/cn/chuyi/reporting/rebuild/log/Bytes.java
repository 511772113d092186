package cn.chuyi.reporting.rebuild.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Key or value of a record where it lies in what the consumer has fetched, instead of a copy.
 *
 * @param array not to be changed; what lies around these bytes is the rest of the record, if it is there at all
 */
public record Bytes(byte[] array, int from, int end) {

    /** Reads in place what the consumer holds on its heap. */
    static final class InPlace implements Deserializer<@Nullable Bytes> {
        @Override
        public @Nullable Bytes deserialize(String topic, byte @Nullable [] data) {
            return data == null ? null : new Bytes(data, 0, data.length);
        }

        @Override
        public @Nullable Bytes deserialize(String topic, Headers headers, @Nullable ByteBuffer data) {
            if (data == null) {
                return null;
            }
            if (!data.hasArray()) {
                var copy = new byte[data.remaining()];
                data.get(data.position(), copy);
                return deserialize(topic, copy);
            }
            int from = data.arrayOffset() + data.position();
            return new Bytes(data.array(), from, from + data.remaining());
        }
    }

    static Bytes of(String text) {
        var bytes = text.getBytes(UTF_8);
        return new Bytes(bytes, 0, bytes.length);
    }

    int length() {
        return end - from;
    }

    byte[] copy() {
        return Arrays.copyOfRange(array, from, end);
    }

    String text() {
        return new String(array, from, end - from, UTF_8);
    }
}
