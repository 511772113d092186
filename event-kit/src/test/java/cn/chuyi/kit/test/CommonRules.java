package cn.chuyi.kit.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.smallrye.config.ConfigMapping;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Rules of structure that hold in the kit and in every service. */
public final class CommonRules {
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|Service)");

    static final ArchRule nobody_asks_the_time_without_a_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now");

    /** One is enough for Bean Validation to look at every class before anything else, half a second of each start. */
    static final ArchRule settings_are_checked_by_converters = noClasses()
            .that()
            .areAnnotatedWith(ConfigMapping.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.validation..");

    static final ArchRule modules_know_the_kit_and_themselves = classes().should(knowOnlyTheKitAndThemselves());

    private CommonRules() {}

    private static ArchCondition<JavaClass> knowOnlyTheKitAndThemselves() {
        return new ArchCondition<>("know, of the suite, only the kit and themselves") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> foreign(module(type), module(dependency.getTargetClass())))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static boolean foreign(String from, String to) {
        return !to.isEmpty() && !to.equals("kit") && !to.equals(from);
    }

    /** The word after {@code cn.chuyi.}; empty for what is not of the suite. */
    private static String module(JavaClass type) {
        var words = type.getBaseComponentType().getPackageName().split("\\.");
        return words.length > 2 && words[0].equals("cn") && words[1].equals("chuyi") ? words[2] : "";
    }
}
