package cn.chuyi.registry.project;

import java.util.List;

/**
 * What the programme says of a kind of project.
 *
 * @param stages codes in the order in which they are reached; empty for a kind without stages
 */
record ProjectKind(String code, List<String> stages, boolean taskBook, boolean funds, boolean members) {}
