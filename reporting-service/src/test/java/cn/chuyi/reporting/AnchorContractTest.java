package cn.chuyi.reporting;

import cn.chuyi.kit.anchor.Anchored;
import cn.chuyi.kit.anchor.Anchors;
import cn.chuyi.kit.test.RecordContract;

class AnchorContractTest extends RecordContract<Anchored> {
    AnchorContractTest() {
        super(Anchors.codec("reporting-service"));
    }
}
