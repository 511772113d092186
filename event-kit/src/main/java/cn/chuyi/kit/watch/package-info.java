/** How far a service is behind, as metrics and as health: rows not yet on the topic, records not yet folded, parked ones. */
@NullMarked
package cn.chuyi.kit.watch;

import org.jspecify.annotations.NullMarked;
