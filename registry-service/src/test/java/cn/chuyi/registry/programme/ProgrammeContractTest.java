package cn.chuyi.registry.programme;

import cn.chuyi.kit.test.RecordContract;

class ProgrammeContractTest extends RecordContract<ProgrammeEvent> {
    ProgrammeContractTest() {
        super(Programmes.CODEC);
    }
}
