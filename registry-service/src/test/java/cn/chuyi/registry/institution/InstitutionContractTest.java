package cn.chuyi.registry.institution;

import cn.chuyi.registry.EventContract;

class InstitutionContractTest extends EventContract<InstitutionEvent> {
    InstitutionContractTest() {
        super(InstitutionEvent.class, Institutions.CODEC);
    }
}
