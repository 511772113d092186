package cn.chuyi.kit.http;

import org.jspecify.annotations.Nullable;

/** The tree along which a caller's division reaches down. One bean a service. */
public interface DivisionTree {

    /** Code of the parent; absent at the top and for an unknown code. */
    @Nullable
    String parentOf(String code);
}
