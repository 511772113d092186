/**
 * What the register says about a unit at the cycle's reference date: ten measures, pure, over institutions and projects
 * as their facts tell them.
 */
@NullMarked
package cn.chuyi.reporting.measure;

import org.jspecify.annotations.NullMarked;
