@NullMarked
package cn.chuyi.planted.there;

import org.jspecify.annotations.NullMarked;
