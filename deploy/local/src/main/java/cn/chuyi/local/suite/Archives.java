package cn.chuyi.local.suite;

import cn.chuyi.local.ClassArchive;
import cn.chuyi.local.LocalKafka;
import cn.chuyi.local.keycloak.KeycloakJvm;
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
record Archives(ClassArchive kafka, KeycloakJvm keycloak, Map<Application, ClassArchive> services) {

    /** Of servers that are started once. */
    static final Archives NONE = new Archives(ClassArchive.NONE, KeycloakJvm.byScript(ClassArchive.NONE), Map.of());

    static Archives of(Settings settings) {
        var folder = settings.archives();
        return new Archives(
                LocalKafka.archive(folder, settings.layout()),
                keycloak(settings),
                Arrays.stream(Application.values())
                        .filter(application -> isUncached(settings, application))
                        .collect(Collectors.toMap(
                                Function.identity(), application -> archive(folder, settings, application))));
    }

    private static boolean isUncached(Settings settings, Application application) {
        return !settings.training() && !settings.cache(application).isOfThisBuild();
    }

    private static KeycloakJvm keycloak(Settings settings) {
        var cache = KeycloakJvm.cache(settings.archives(), settings.layout());
        if (settings.training()) {
            return KeycloakJvm.makingCache(cache);
        }
        return cache.isOfThisBuild()
                ? KeycloakJvm.usingCache(cache)
                : KeycloakJvm.byScript(KeycloakJvm.archive(settings.archives(), settings.layout()));
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
        return keycloak.isWriting()
                        || Stream.concat(Stream.of(kafka), services.values().stream())
                                .anyMatch(ClassArchive::isMissing)
                ? Optional.of("all write down what they have loaded, once, so that they start quicker")
                : Optional.empty();
    }
}
