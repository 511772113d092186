/** Facts on the wire: CloudEvents envelope, JSON payload, positions. */
@NullMarked
package cn.chuyi.kit.event;

import org.jspecify.annotations.NullMarked;
