@NullMarked
package cn.chuyi.reporting.ledger;

import org.jspecify.annotations.NullMarked;
