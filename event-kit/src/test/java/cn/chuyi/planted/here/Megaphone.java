package cn.chuyi.planted.here;

import org.apache.kafka.clients.producer.Producer;

/** Sends past the journal. */
record Megaphone(Producer<String, String> producer) {}
