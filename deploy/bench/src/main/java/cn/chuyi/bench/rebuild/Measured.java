package cn.chuyi.bench.rebuild;

/**
 * One round of one contender.
 *
 * @param events that were read
 * @param seconds of wall time
 * @param own CPU seconds of the contender's process
 * @param servers CPU seconds of broker and PostgreSQL meanwhile
 */
record Measured(long events, double seconds, double own, double servers) {

    double rate() {
        return events / seconds;
    }
}
