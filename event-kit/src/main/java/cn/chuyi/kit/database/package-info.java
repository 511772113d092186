/** What a failure of the database means. */
@NullMarked
package cn.chuyi.kit.database;

import org.jspecify.annotations.NullMarked;
