package cn.chuyi.assessment;

import cn.chuyi.kit.test.AsyncApiContract;
import java.io.IOException;

class AssessmentContractTest extends AsyncApiContract {
    AssessmentContractTest() throws IOException {
        super(
                "assessment",
                "(catalogue|cycle|case)-\\{programme}-\\{year}(-\\{(level|unit)})?|" + PARKED + "|" + ANCHORED);
    }
}
