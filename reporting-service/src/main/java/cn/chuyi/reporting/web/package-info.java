/** What the web page in {@code META-INF/resources} needs beside the ordinary endpoints. */
@NullMarked
package cn.chuyi.reporting.web;

import org.jspecify.annotations.NullMarked;
