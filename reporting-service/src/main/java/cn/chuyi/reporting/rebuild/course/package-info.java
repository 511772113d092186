/** How a rebuild goes: its steps, what is done, what it takes yet. */
@NullMarked
package cn.chuyi.reporting.rebuild.course;

import org.jspecify.annotations.NullMarked;
