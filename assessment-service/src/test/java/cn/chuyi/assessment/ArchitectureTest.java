package cn.chuyi.assessment;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The five rules of structure. */
@AnalyzeClasses(packages = "cn.chuyi.assessment", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<String> CORES = Set.of(
            "Procedure",
            "Step",
            "Work",
            "State",
            "Guard",
            "Span",
            "TimeLimit",
            "Timetable",
            "WorkingDays",
            "DueDate",
            "Level",
            "CanonicalText",
            "Catalogue",
            "CatalogueCommand",
            "CatalogueContent",
            "CatalogueEvent",
            "CatalogueRule",
            "Indicator",
            "IndicatorReading",
            "MalformedException",
            "Node",
            "ValueForm",
            "Cycle",
            "CycleCommand",
            "CycleEvent",
            "CycleId",
            "CycleRule",
            "Unit",
            "Measure",
            "Case",
            "CaseCommand",
            "CaseEvent",
            "CaseRule",
            "Decisions",
            "Findings",
            "Guards",
            "Maps",
            "Progress",
            "Reporting",
            "Reviewing",
            "Setting",
            "Steps",
            "Values",
            "Actions");

    private static final DescribedPredicate<JavaClass> A_PURE_CORE = new DescribedPredicate<>("a pure core") {
        @Override
        public boolean test(JavaClass type) {
            JavaClass outer = type.getBaseComponentType();
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            return outer.getPackageName().startsWith("cn.chuyi.assessment") && CORES.contains(outer.getSimpleName());
        }
    };

    /** {@code Actions} names a case by its id, which is read from a path and so knows how to say that there is none. */
    @ArchTest
    static final ArchRule a_pure_core_knows_java_decisions_and_itself = classes()
            .that(A_PURE_CORE)
            .should()
            .onlyDependOnClassesThat(A_PURE_CORE
                    .or(resideInAnyPackage("java..", "org.jspecify..", "cn.chuyi.kit.decision"))
                    .or(JavaClass.Predicates.simpleName("CaseId")));

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("cn.chuyi.assessment.(*)..").should().beFreeOfCycles();

    /** The rest of this rule is the compiler's: what is no front door is package-private. */
    @ArchTest
    static final ArchRule only_front_doors_are_public = classes()
            .that()
            .arePublic()
            .and()
            .resideInAnyPackage("cn.chuyi.assessment.*..")
            .and()
            .areTopLevelClasses()
            .and()
            .resideOutsideOfPackage("cn.chuyi.assessment.procedure")
            .should()
            .haveNameMatching(".*\\.(\\w+Resource|\\w+Event|Announcements|CanonicalText|CatalogueContent|CatalogueId"
                    + "|Catalogues|Indicator|Level|ValueForm|Division|Divisions|Measure|Measures"
                    + "|Census|Cycle|CycleId|Cycles|Noticed|Unit)");

    @ArchTest
    static final ArchRule services_do_not_know_each_other = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cn.chuyi.registry..", "cn.chuyi.reporting..", "cn.chuyi.local..");

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
            .haveSimpleNameEndingWith("Projection");

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
