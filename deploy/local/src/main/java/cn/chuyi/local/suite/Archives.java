package cn.chuyi.local.suite;

import cn.chuyi.local.ClassArchive;
import cn.chuyi.local.LocalKafka;
import cn.chuyi.local.keycloak.LocalKeycloak;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Archives of classes that outlive a run, each written by its server when that ends for the first time.
 *
 * @param services those that have no better cache
 */
record Archives(ClassArchive kafka, ClassArchive keycloak, Map<Application, ClassArchive> services) {

    /** Of servers that are started once. */
    static final Archives NONE = new Archives(ClassArchive.NONE, ClassArchive.NONE, Map.of());

    static Archives of(Settings settings) {
        var folder = settings.run().resolve("archives");
        return new Archives(
                LocalKafka.archive(folder, settings.layout()),
                LocalKeycloak.archive(folder, settings.layout()),
                Arrays.stream(Application.values())
                        .filter(application -> isUncached(settings, application))
                        .collect(Collectors.toMap(
                                Function.identity(), application -> archive(folder, settings, application))));
    }

    private static boolean isUncached(Settings settings, Application application) {
        return !settings.training()
                && new StartCache(settings.layout().application(application.folder()))
                        .using()
                        .isEmpty();
    }

    private static ClassArchive archive(Path folder, Settings settings, Application application) {
        var name = application.folder();
        return ClassArchive.in(folder, name, settings.layout().application(name).resolve(RunningApplication.JAR));
    }

    ClassArchive of(Application application) {
        return services.getOrDefault(application, ClassArchive.NONE);
    }

    /** What to say of it before a stop. */
    Optional<String> missing() {
        return Stream.concat(Stream.of(kafka, keycloak), services.values().stream())
                        .anyMatch(ClassArchive::isMissing)
                ? Optional.of("all write down what they have loaded, once, so that they start quicker")
                : Optional.empty();
    }
}
