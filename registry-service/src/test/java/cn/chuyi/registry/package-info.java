/** The whole service at work on a real PostgreSQL and a real Kafka, and the rules of its structure. */
@NullMarked
package cn.chuyi.registry;

import org.jspecify.annotations.NullMarked;
