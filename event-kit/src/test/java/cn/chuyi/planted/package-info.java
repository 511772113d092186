/** Classes that break the rules of structure, so that each rule is seen to fail. Nothing else reads them. */
@NullMarked
package cn.chuyi.planted;

import org.jspecify.annotations.NullMarked;
