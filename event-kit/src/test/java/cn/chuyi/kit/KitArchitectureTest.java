package cn.chuyi.kit;

import static cn.chuyi.kit.test.ServiceRules.pure;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import cn.chuyi.kit.test.ArchitectureContract;
import cn.chuyi.kit.test.CommonRules;
import com.tngtech.archunit.lang.ArchRule;

class KitArchitectureTest extends ArchitectureContract {
    static final ArchRule decisions_are_pure = pure(resideInAPackage("cn.chuyi.kit..decision"));

    static final ArchRule trees_are_pure =
            pure(resideInAPackage("cn.chuyi.kit..merkle"), resideInAPackage("org.bouncycastle.crypto.digests.."));

    KitArchitectureTest() {
        super("cn.chuyi.kit", CommonRules.class);
    }
}
