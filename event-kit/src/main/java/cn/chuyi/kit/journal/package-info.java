/** The append-only log of a service, which is its state and its outbox, and the relay that publishes it. */
@NullMarked
package cn.chuyi.kit.journal;

import org.jspecify.annotations.NullMarked;
