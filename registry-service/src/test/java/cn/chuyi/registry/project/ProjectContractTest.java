package cn.chuyi.registry.project;

import cn.chuyi.registry.EventContract;

class ProjectContractTest extends EventContract<ProjectEvent> {
    ProjectContractTest() {
        super(ProjectEvent.class, Projects.CODEC);
    }
}
