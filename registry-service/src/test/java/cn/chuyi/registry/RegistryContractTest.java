package cn.chuyi.registry;

import cn.chuyi.kit.test.AsyncApiContract;
import java.io.IOException;

class RegistryContractTest extends AsyncApiContract {
    RegistryContractTest() throws IOException {
        super("registry", "(programme|division|institution|project)-\\{(code|id)}|" + ANCHORED);
    }
}
