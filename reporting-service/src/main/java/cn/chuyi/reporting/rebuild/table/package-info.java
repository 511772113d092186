/** The way into PostgreSQL: schemas beside the live one, binary COPY, indexes afterwards. */
@NullMarked
package cn.chuyi.reporting.rebuild.table;

import org.jspecify.annotations.NullMarked;
