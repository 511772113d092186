/** How to talk to the services: tokens, idempotency keys, versions, and patience with one that is starting again. */
@NullMarked
package cn.chuyi.local.demo.client;

import org.jspecify.annotations.NullMarked;
