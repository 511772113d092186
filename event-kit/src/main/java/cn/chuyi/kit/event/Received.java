package cn.chuyi.kit.event;

/** A fact as a consumer gets it: who, when and where beside what. */
public record Received<E>(Envelope envelope, E event) {}
