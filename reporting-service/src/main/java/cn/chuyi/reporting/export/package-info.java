/** Results for others to take away: packages that prove themselves. */
@NullMarked
package cn.chuyi.reporting.export;

import org.jspecify.annotations.NullMarked;
