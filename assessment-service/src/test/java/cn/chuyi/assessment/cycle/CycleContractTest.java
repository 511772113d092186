package cn.chuyi.assessment.cycle;

import cn.chuyi.kit.test.RecordContract;

class CycleContractTest extends RecordContract<CycleEvent> {
    CycleContractTest() {
        super(Cycles.CODEC);
    }
}
