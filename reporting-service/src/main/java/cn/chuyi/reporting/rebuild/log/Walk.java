package cn.chuyi.reporting.rebuild.log;

/** A way through the bytes of a record, as Kafka's form of them (message format 2) says. */
final class Walk {
    static final int ABSENT = -1;

    private static final int LONGEST = 64;

    private byte[] array = {};
    private int at;
    private int end;

    /** @param end before which it ends */
    void begin(byte[] array, int from, int end) {
        this.array = array;
        this.at = from;
        this.end = end;
    }

    byte[] array() {
        return array;
    }

    int at() {
        return at;
    }

    /** @param bytes that are there */
    void pass(int bytes) {
        at += bytes;
    }

    /**
     * Seven bits a byte, the lowest first, and the sign lowest of all.
     *
     * @throws IllegalArgumentException when it does not end
     */
    long number() {
        long zigzag = 0;
        for (int shift = 0; shift < LONGEST && at < end; shift += 7) {
            byte next = array[at++];
            zigzag |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return zigzag >>> 1 ^ -(zigzag & 1);
            }
        }
        throw new IllegalArgumentException("a record that breaks off");
    }

    /**
     * How many bytes follow; {@link #ABSENT} for null.
     *
     * @throws IllegalArgumentException when they are not there
     */
    int length() {
        long length = number();
        if (length < ABSENT || length > end - at) {
            throw new IllegalArgumentException("a record that breaks off");
        }
        return (int) length;
    }
}
