/** What every resource shares: problems, versions, pages, permissions, idempotency. */
@NullMarked
package cn.chuyi.kit.http;

import org.jspecify.annotations.NullMarked;
