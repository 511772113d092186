/** How the programme itself progresses: each task's target, what is listed and built, and whether it keeps pace. */
@NullMarked
package cn.chuyi.reporting.progress;

import org.jspecify.annotations.NullMarked;
