package cn.chuyi.registry.planted;

import java.sql.Connection;

/** Has the name of a pure core, and a database. */
record Territory(Connection database) {}
