package cn.chuyi.reporting;

import cn.chuyi.kit.test.AsyncApiContract;
import java.io.IOException;

class ReportingContractTest extends AsyncApiContract {
    ReportingContractTest() throws IOException {
        super("reporting", "score-\\{programme}-\\{year}-\\{unit}|" + PARKED + "|" + ANCHORED);
    }
}
