/** What the other services say, in records of just the fields that scores use. The producers own the words. */
@NullMarked
package cn.chuyi.reporting.fact;

import org.jspecify.annotations.NullMarked;
