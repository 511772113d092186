package cn.chuyi.assessment.cases;

import cn.chuyi.kit.test.EventContract;
import java.util.Set;

/** One record serves all steps; only a published result has an edition. */
class CaseContractTest extends EventContract<CaseEvent> {
    CaseContractTest() {
        super(Cases.CODEC, Cases.CODEC.types(), Set.of("edition"));
    }
}
