package cn.chuyi.assessment.cycle;

/** Within the service, and in the same transaction: the notice of a cycle is being issued, its cases begin. */
public record Noticed(Cycle cycle) {}
