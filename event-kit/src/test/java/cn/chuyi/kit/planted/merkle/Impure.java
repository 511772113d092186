package cn.chuyi.kit.planted.merkle;

import java.sql.Connection;

/** Computes with a database. */
record Impure(Connection database) {}
