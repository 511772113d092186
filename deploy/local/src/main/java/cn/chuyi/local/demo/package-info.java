/**
 * Loads the demo year through the public APIs, as the people who would do it: the example of how to use them. What is
 * loaded is decided beforehand, in {@code plan}; here it is only sent.
 */
@NullMarked
package cn.chuyi.local.demo;

import org.jspecify.annotations.NullMarked;
