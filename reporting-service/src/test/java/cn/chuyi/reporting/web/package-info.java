@NullMarked
package cn.chuyi.reporting.web;

import org.jspecify.annotations.NullMarked;
