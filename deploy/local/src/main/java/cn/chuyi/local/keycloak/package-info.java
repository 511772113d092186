@NullMarked
package cn.chuyi.local.keycloak;

import org.jspecify.annotations.NullMarked;
