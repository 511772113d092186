package cn.chuyi.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of structure of one module: those of the given classes and those that the subclass declares, each a static
 * field named as a sentence. They hold for the module, and each is seen to fail: what breaks it lies in
 * {@code cn.chuyi.planted}, or in {@code planted} below the module's own package.
 */
public abstract class ArchitectureContract {
    private final String module;
    private final List<Field> rules;

    protected ArchitectureContract(String module, Class<?>... shared) {
        this.module = module;
        this.rules = Stream.concat(Stream.of(shared), Stream.of(getClass()))
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> every_rule_holds() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(module);
        return rules.stream()
                .map(field -> dynamicTest(field.getName(), () -> rule(field).check(classes)));
    }

    @TestFactory
    Stream<DynamicTest> every_rule_fails_on_what_is_planted() {
        JavaClasses planted = new ClassFileImporter().importPackages("cn.chuyi.planted", module + ".planted");
        return rules.stream()
                .map(field -> dynamicTest(
                        field.getName(),
                        () -> assertThat(rule(field).evaluate(planted).hasViolation())
                                .as("plant a class that breaks this rule")
                                .isTrue()));
    }

    private static ArchRule rule(Field field) throws IllegalAccessException {
        field.setAccessible(true);
        return (ArchRule) field.get(null);
    }
}
