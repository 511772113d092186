/** How fast a rebuild works while others ask. */
@NullMarked
package cn.chuyi.reporting.rebuild.pace;

import org.jspecify.annotations.NullMarked;
