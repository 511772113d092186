package cn.chuyi.registry.institution;

import cn.chuyi.kit.test.RecordContract;

class InstitutionContractTest extends RecordContract<InstitutionEvent> {
    InstitutionContractTest() {
        super(Institutions.CODEC);
    }
}
