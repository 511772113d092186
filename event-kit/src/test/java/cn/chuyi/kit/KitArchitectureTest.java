package cn.chuyi.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cn.chuyi.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class KitArchitectureTest {

    @ArchTest
    static final ArchRule the_kit_depends_on_no_service = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "cn.chuyi.registry..", "cn.chuyi.assessment..", "cn.chuyi.reporting..", "cn.chuyi.local..");

    @ArchTest
    static final ArchRule decisions_are_pure = classes()
            .that()
            .resideInAPackage("cn.chuyi.kit.decision")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "cn.chuyi.kit.decision");

    @ArchTest
    static final ArchRule trees_are_pure = classes()
            .that()
            .resideInAPackage("cn.chuyi.kit.merkle")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.bouncycastle.crypto.digests..", "cn.chuyi.kit.merkle");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|Service)");
}
