package cn.chuyi.planted.here;

import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads a topic without being a projection. */
interface Ear {
    @Incoming("planted")
    void hears(String rumour);
}
