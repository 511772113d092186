package cn.chuyi.registry.programme;

import cn.chuyi.registry.EventContract;

class ProgrammeContractTest extends EventContract<ProgrammeEvent> {
    ProgrammeContractTest() {
        super(ProgrammeEvent.class, Programmes.CODEC);
    }
}
