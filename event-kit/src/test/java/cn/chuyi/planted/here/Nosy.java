package cn.chuyi.planted.here;

import cn.chuyi.local.Layout;

/** Knows another module. */
record Nosy(Layout of) {}
