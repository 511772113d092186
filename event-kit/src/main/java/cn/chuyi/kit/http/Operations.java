package cn.chuyi.kit.http;

import java.util.List;

/** Grants that every service shares, for what the kit itself offers. */
final class Operations {
    static final String READ = "read-operations";
    static final String HANDLE = "handle-parked";

    static final List<Grant> GRANTS = List.of(
            new Grant(READ, "admin", Reach.ALL),
            new Grant(READ, "auditor", Reach.ALL),
            new Grant(READ, "province-office", Reach.ALL),
            new Grant(HANDLE, "admin", Reach.ALL),
            new Grant(HANDLE, "province-office", Reach.ALL));

    private Operations() {}
}
