package cn.chuyi.kit.http;

/**
 * One row of a service's permission table; what no row grants is denied.
 *
 * @param action as in {@link Allowed}
 * @param role realm role of the token
 */
public record Grant(String action, String role, Reach reach) {}
