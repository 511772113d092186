package cn.chuyi.registry.project;

/**
 * A project as commands are decided on it, and as it is shown: both are folded from its facts, so that a command reads
 * neither where its stream is remembered.
 */
record ProjectFold(Project project, ProjectPage page) {
    static final ProjectFold INITIAL = new ProjectFold(Project.INITIAL, new ProjectPage());

    ProjectFold evolve(ProjectEvent event) {
        return new ProjectFold(Project.evolve(project, event), page.after(event));
    }
}
