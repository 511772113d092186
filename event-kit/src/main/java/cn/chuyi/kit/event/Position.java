package cn.chuyi.kit.event;

/** Where a record stands in Kafka; offsets count from 0 in each partition. */
public record Position(String topic, int partition, long offset) {}
