package cn.chuyi.reporting.planted.fact;

import java.sql.Connection;

/** Computes with a database. */
public record Impure(Connection database) {}
