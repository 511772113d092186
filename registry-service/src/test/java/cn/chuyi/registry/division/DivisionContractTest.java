package cn.chuyi.registry.division;

import cn.chuyi.registry.EventContract;

class DivisionContractTest extends EventContract<DivisionEvent> {
    DivisionContractTest() {
        super(DivisionEvent.class, Divisions.CODEC);
    }
}
