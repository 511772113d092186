/** Programmes with their tasks, target claims and kinds of project: what is to be reached, as data. */
@NullMarked
package cn.chuyi.registry.programme;

import org.jspecify.annotations.NullMarked;
