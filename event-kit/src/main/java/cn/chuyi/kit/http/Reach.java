package cn.chuyi.kit.http;

/** How far a grant goes, seen from the division in the caller's token. */
public enum Reach {
    /** Exactly the caller's division. */
    OWN,
    /** The caller's division and what lies below it, by parent and not by code prefix. */
    BELOW,
    /** Everything. */
    ALL
}
