package cn.chuyi.registry.project;

/** How far a project has come in the procedure, in this order; {@code TERMINATED} can follow any other. */
enum ProjectStatus {
    DECLARED,
    RECOMMENDED,
    LISTED,
    ACCEPTED,
    RECOGNISED,
    TERMINATED
}
