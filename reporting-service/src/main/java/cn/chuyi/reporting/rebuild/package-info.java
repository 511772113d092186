/**
 * Makes everything that is derived once more from the topics, beside what is live, and puts it in its place. To be read
 * from {@link cn.chuyi.reporting.rebuild.Rebuild#run} downwards.
 */
@NullMarked
package cn.chuyi.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
