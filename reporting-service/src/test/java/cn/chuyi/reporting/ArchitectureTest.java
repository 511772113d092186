package cn.chuyi.reporting;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The five rules of structure. */
@AnalyzeClasses(packages = "cn.chuyi.reporting", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] CORES = {
        "cn.chuyi.reporting.score", "cn.chuyi.reporting.fact", "cn.chuyi.reporting.measure"
    };

    @ArchTest
    static final ArchRule a_pure_core_knows_java_decisions_and_itself = classes()
            .that()
            .resideInAnyPackage(CORES)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(CORES)
                    .or(resideInAnyPackage("java..", "org.jspecify..", "cn.chuyi.kit.decision")));

    @ArchTest
    static final ArchRule scoring_knows_nothing_but_itself = noClasses()
            .that()
            .resideInAPackage("cn.chuyi.reporting.score")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cn.chuyi.reporting.fact", "cn.chuyi.reporting.measure");

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("cn.chuyi.reporting.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule services_do_not_know_each_other = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cn.chuyi.registry..", "cn.chuyi.assessment..", "cn.chuyi.local..");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|Service)");

    @ArchTest
    static final ArchRule only_resources_have_a_path =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule only_projections_read_topics = methods()
            .that()
            .areAnnotatedWith(Incoming.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Projection")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_kit_sends_to_kafka = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Producer.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Emitter.class);

    @ArchTest
    static final ArchRule nobody_asks_the_time_without_a_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now");
}
