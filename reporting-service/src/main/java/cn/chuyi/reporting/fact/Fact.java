package cn.chuyi.reporting.fact;

/** Anything another service has recorded that a score, a measure or a progress line rests on. */
public sealed interface Fact permits RegistryFact, AssessmentFact {}
