/** Mechanism of the suite's services: journal, relay, reader, HTTP. It knows no word of the domain. */
@NullMarked
package cn.chuyi.kit;

import org.jspecify.annotations.NullMarked;
