package cn.chuyi.registry.division;

import cn.chuyi.kit.test.RecordContract;

class DivisionContractTest extends RecordContract<DivisionEvent> {
    DivisionContractTest() {
        super(Divisions.CODEC);
    }
}
