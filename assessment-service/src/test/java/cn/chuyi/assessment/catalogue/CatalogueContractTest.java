package cn.chuyi.assessment.catalogue;

import cn.chuyi.assessment.EventContract;

class CatalogueContractTest extends EventContract<CatalogueEvent> {
    CatalogueContractTest() {
        super(Catalogues.CODEC, Catalogues.CODEC.types().keySet());
    }
}
