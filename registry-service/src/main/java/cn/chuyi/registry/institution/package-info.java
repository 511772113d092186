/** Schools and colleges: dated names, codes and places, and one condition sheet a year. */
@NullMarked
package cn.chuyi.registry.institution;

import org.jspecify.annotations.NullMarked;
