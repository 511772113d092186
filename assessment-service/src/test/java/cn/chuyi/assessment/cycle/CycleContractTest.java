package cn.chuyi.assessment.cycle;

import cn.chuyi.assessment.EventContract;

class CycleContractTest extends EventContract<CycleEvent> {
    CycleContractTest() {
        super(Cycles.CODEC, Cycles.CODEC.types().keySet());
    }
}
