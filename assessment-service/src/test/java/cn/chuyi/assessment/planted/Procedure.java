package cn.chuyi.assessment.planted;

import java.sql.Connection;

/** Has the name of a pure core, and a database. */
record Procedure(Connection database) {}
