/** Classes that break rules of this service only, so that each is seen to fail. */
@NullMarked
package cn.chuyi.registry.planted;

import org.jspecify.annotations.NullMarked;
