package cn.chuyi.reporting.board;

/** A division: its official code and its name; the code again when the register does not know it. */
record Named(String code, String name) {}
