/** What a service says under its own key: Ed25519 as JWS (RFC 7515, RFC 8037), its public key as JWKS (RFC 7517). */
@NullMarked
package cn.chuyi.kit.signing;

import org.jspecify.annotations.NullMarked;
