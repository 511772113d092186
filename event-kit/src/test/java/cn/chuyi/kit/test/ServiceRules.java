package cn.chuyi.kit.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.PublicRead;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Rules of structure that hold in every service, and the makings of those that differ by name only. */
public final class ServiceRules {
    static final ArchRule features_have_no_cycles =
            slices().matching("cn.chuyi.*.(*)..").should().beFreeOfCycles();

    static final ArchRule only_resources_have_a_path =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    static final ArchRule every_endpoint_says_whom_it_is_for = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should()
            .beAnnotatedWith(Allowed.class)
            .orShould()
            .beAnnotatedWith(PublicRead.class);

    static final ArchRule only_projections_read_topics = methods()
            .that()
            .areAnnotatedWith(Incoming.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Projection")
            .allowEmptyShould(true);

    static final ArchRule only_the_kit_sends_to_kafka = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Producer.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Emitter.class);

    private ServiceRules() {}

    /** A core computes: it knows no clock, database or framework, only Java, decisions, and itself. */
    public static ArchRule pure(DescribedPredicate<JavaClass> core) {
        return pure(core, DescribedPredicate.alwaysFalse());
    }

    /** As {@link #pure(DescribedPredicate)}, but it may know what is {@code besides}. */
    public static ArchRule pure(DescribedPredicate<JavaClass> core, DescribedPredicate<? super JavaClass> besides) {
        var java = resideInAnyPackage("java..", "org.jspecify..", "cn.chuyi.kit.decision")
                .and(DescribedPredicate.not(resideInAnyPackage("java.sql..", "java.net.http..")));
        return classes()
                .that(core)
                .should()
                .onlyDependOnClassesThat(core.or(java).or(besides));
    }

    /** Types of these names below {@code root}, and all that is nested in them. */
    public static DescribedPredicate<JavaClass> named(String root, Set<String> names) {
        return DescribedPredicate.describe("a pure core", type -> {
            var outer = type.getBaseComponentType();
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            return outer.getPackageName().startsWith(root) && names.contains(outer.getSimpleName());
        });
    }

    /** Of a feature, only these are public; the rest is the compiler's: what is no front door is package-private. */
    public static ArchRule frontDoors(String names) {
        return classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and()
                .resideInAPackage("cn.chuyi.*.*..")
                .should()
                .haveNameMatching(".*\\.(\\w+Resource|\\w+Event|" + names + ")");
    }
}
