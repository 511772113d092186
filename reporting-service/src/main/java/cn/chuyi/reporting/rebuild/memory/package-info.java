/** The fold in memory: streams fact by fact, then units from what the streams came to. The steps are the live ones. */
@NullMarked
package cn.chuyi.reporting.rebuild.memory;

import org.jspecify.annotations.NullMarked;
