package cn.chuyi.reporting;

import cn.chuyi.kit.test.LocalStack;
import cn.chuyi.kit.test.OpenApiContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(LocalStack.class)
class OpenApiIT extends OpenApiContract {}
