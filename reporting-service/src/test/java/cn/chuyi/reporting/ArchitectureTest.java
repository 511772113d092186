package cn.chuyi.reporting;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import cn.chuyi.kit.test.ArchitectureContract;
import cn.chuyi.kit.test.CommonRules;
import cn.chuyi.kit.test.ServiceRules;
import com.tngtech.archunit.lang.ArchRule;

class ArchitectureTest extends ArchitectureContract {
    private static final String[] CORES = {
        "cn.chuyi.reporting..score", "cn.chuyi.reporting..fact", "cn.chuyi.reporting..measure"
    };

    static final ArchRule a_pure_core_knows_java_decisions_and_itself = ServiceRules.pure(resideInAnyPackage(CORES));

    static final ArchRule scoring_knows_nothing_but_itself = noClasses()
            .that()
            .resideInAPackage("cn.chuyi.reporting..score")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cn.chuyi.reporting..fact", "cn.chuyi.reporting..measure");

    ArchitectureTest() {
        super("cn.chuyi.reporting", CommonRules.class, ServiceRules.class);
    }
}
