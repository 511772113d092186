package cn.chuyi.reporting.rebuild.log;

import cn.chuyi.reporting.ledger.FactBytes;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a fact has of an object's JSON: the members that it declares, in runs between those that were passed over. Written
 * down, it is the object without the others. One is used for all payloads of a thread.
 */
final class Used {
    private int[] ends = new int[16];
    private int count;
    private int bytes;
    private boolean inRun;

    /** Begins with another object. */
    void begin() {
        count = 0;
        bytes = 0;
        inRun = false;
    }

    /** Takes a member, from its name to behind its value. */
    void take(int from, int end) {
        if (inRun) {
            bytes += end - ends[count - 1];
            ends[count - 1] = end;
            return;
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = from;
        ends[count++] = end;
        bytes += end - from;
        inRun = true;
    }

    /** The next member is passed over. */
    void passOver() {
        inRun = false;
    }

    /** Bytes of the object as {@link #put} writes it. */
    int length() {
        return bytes + Math.max(count / 2 - 1, 0) + 2;
    }

    /** @param json that the members lie in */
    void put(ByteBuffer to, byte[] json) {
        FactBytes.length(to, length());
        to.put((byte) '{');
        for (int i = 0; i < count; i += 2) {
            if (i > 0) {
                to.put((byte) ',');
            }
            to.put(json, ends[i], ends[i + 1] - ends[i]);
        }
        to.put((byte) '}');
    }
}
