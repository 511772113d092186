package cn.chuyi.reporting.fold;

import cn.chuyi.kit.test.RecordContract;

class ScoreContractTest extends RecordContract<ReportingFact> {
    ScoreContractTest() {
        super(ReportingFact.CODEC);
    }
}
