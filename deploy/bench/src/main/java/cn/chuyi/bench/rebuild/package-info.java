/**
 * A rebuild beside what else reads the same log, in interleaved rounds, each contender in a JVM of its own: a bare loop,
 * a loop that decodes, Kafka Streams with the same fold, and one transaction an event.
 */
@NullMarked
package cn.chuyi.bench.rebuild;

import org.jspecify.annotations.NullMarked;
