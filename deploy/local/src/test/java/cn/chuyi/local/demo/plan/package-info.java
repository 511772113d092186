@NullMarked
package cn.chuyi.local.demo.plan;

import org.jspecify.annotations.NullMarked;
