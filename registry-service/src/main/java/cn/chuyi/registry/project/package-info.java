/** Projects of a programme: from the declaration to recognition, with task books, progress, funds and members. */
@NullMarked
package cn.chuyi.registry.project;

import org.jspecify.annotations.NullMarked;
