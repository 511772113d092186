package cn.chuyi.reporting;

import cn.chuyi.kit.reader.Discards;
import cn.chuyi.kit.reader.Discards.RecordDiscarded;
import cn.chuyi.kit.test.RecordContract;

class ParkedContractTest extends RecordContract<RecordDiscarded> {
    ParkedContractTest() {
        super(Discards.codec("reporting-service"));
    }
}
