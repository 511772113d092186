package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.EventContract;

class CaseContractTest extends EventContract<CaseEvent> {
    CaseContractTest() {
        super(Cases.CODEC, Cases.CODEC.types());
    }
}
