package cn.chuyi.kit.planted.decision;

import java.sql.Connection;

/** Computes with a database. */
record Impure(Connection database) {}
