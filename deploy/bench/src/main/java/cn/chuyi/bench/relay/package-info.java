/** The kit's relay through a service as it runs, beside what PostgreSQL gives out and Kafka takes in. */
@NullMarked
package cn.chuyi.bench.relay;

import org.jspecify.annotations.NullMarked;
