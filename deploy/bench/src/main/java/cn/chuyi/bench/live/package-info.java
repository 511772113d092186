/** From a command to the score that shows it, beside a commit and a trip through Kafka. */
@NullMarked
package cn.chuyi.bench.live;

import org.jspecify.annotations.NullMarked;
