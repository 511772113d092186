package cn.chuyi.assessment.catalogue;

import cn.chuyi.kit.test.RecordContract;

class CatalogueContractTest extends RecordContract<CatalogueEvent> {
    CatalogueContractTest() {
        super(Catalogues.CODEC);
    }
}
