package cn.chuyi.registry.project;

import cn.chuyi.kit.test.RecordContract;

class ProjectContractTest extends RecordContract<ProjectEvent> {
    ProjectContractTest() {
        super(Projects.CODEC);
    }
}
