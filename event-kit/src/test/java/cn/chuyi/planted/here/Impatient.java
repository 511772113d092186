package cn.chuyi.planted.here;

import java.time.Instant;

/** Asks the machine for the time. */
class Impatient {
    Instant asks() {
        return Instant.now();
    }
}
