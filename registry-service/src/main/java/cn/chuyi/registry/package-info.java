/** What the features of the register share: its vocabulary, its permissions, its business dates. */
@NullMarked
package cn.chuyi.registry;

import org.jspecify.annotations.NullMarked;
