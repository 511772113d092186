/** What the services' tests share: real servers, tokens, given/when/then. */
@NullMarked
package cn.chuyi.kit.test;

import org.jspecify.annotations.NullMarked;
