package cn.chuyi.kit.http;

import java.util.List;

/** The permission table of a service, as data. One bean a service. */
public interface Permissions {
    List<Grant> grants();
}
