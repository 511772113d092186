package cn.chuyi.local.demo.plan;

/** A city runs the secondary schools of this district (市级统筹), approved by {@code document}. */
public record Arrangement(String division, String schoolKind, String document, String on) {}
