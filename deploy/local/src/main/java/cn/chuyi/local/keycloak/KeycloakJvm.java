package cn.chuyi.local.keycloak;

import cn.chuyi.local.ClassArchive;
import cn.chuyi.local.Compiler;
import cn.chuyi.local.Launch;
import cn.chuyi.local.Layout;
import cn.chuyi.local.StartCache;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How Keycloak's JVM is called, and what it leaves for its next start. */
public sealed interface KeycloakJvm {

    /** Memory of one that serves one machine. */
    List<String> FRUGAL = List.of(
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xmx384m",
            "-XX:MetaspaceSize=128m",
            "-XX:ReservedCodeCacheSize=240m",
            "-XX:MaxMetaspaceSize=256m",
            "-Dfile.encoding=UTF-8");

    /** By the distribution's own start script. */
    static KeycloakJvm byScript(ClassArchive archive) {
        return new ByScript(archive);
    }

    /** With all of its jars on the class path: the distribution's own class loader gets little from a cache. */
    static KeycloakJvm usingCache(StartCache cache) {
        return new OnClassPath(cache, false);
    }

    /** As {@link #usingCache}, in the run that makes the cache at its end. */
    static KeycloakJvm makingCache(StartCache cache) {
        return new OnClassPath(cache, true);
    }

    /** The server's archive of classes in a folder. */
    static ClassArchive archive(Path folder, Layout layout) {
        var distribution = Distribution.in(layout);
        return ClassArchive.in(folder, distribution.name(), distribution.jar());
    }

    /** The server's ahead-of-time cache in a folder. */
    static StartCache cache(Path folder, Layout layout) {
        var distribution = Distribution.in(layout);
        return new StartCache(folder.resolve(distribution.name() + ".aot"), distribution.jar());
    }

    /** Program and arguments. */
    List<String> command(Distribution distribution, List<String> properties, List<String> arguments);

    /** What the command needs in its environment. */
    Map<String, String> environment();

    /** Makes room for what it will write. */
    void prepare();

    /** Whether it writes something when it ends, which takes a while. */
    boolean isWriting();

    /** Keeps what it has written when it came to its own end. */
    void keep();

    /** @param archive of the classes that the distribution's class loader loads */
    record ByScript(ClassArchive archive) implements KeycloakJvm {

        @Override
        public List<String> command(Distribution distribution, List<String> properties, List<String> arguments) {
            var command =
                    new ArrayList<>(List.of("/bin/sh", distribution.script().toString()));
            command.addAll(arguments);
            command.addAll(properties);
            return command;
        }

        @Override
        public Map<String, String> environment() {
            var options = new ArrayList<>(FRUGAL);
            options.addAll(Compiler.QUICK.options());
            options.addAll(archive.options());
            return Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", String.join(" ", options));
        }

        @Override
        public void prepare() {
            archive.prepare();
        }

        @Override
        public boolean isWriting() {
            return archive.isMissing();
        }

        @Override
        public void keep() {
            archive.keep();
        }
    }

    /**
     * Says what the script would say.
     *
     * @param isWriting whether the cache is made, else used
     */
    record OnClassPath(StartCache cache, boolean isWriting) implements KeycloakJvm {

        private static final List<String> AS_THE_SCRIPT_DOES = List.of(
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000");

        private static final String MAIN = "org.keycloak.quarkus.runtime.KeycloakMain";

        @Override
        public List<String> command(Distribution distribution, List<String> properties, List<String> arguments) {
            var command = new ArrayList<>(List.of(Launch.java()));
            command.addAll(FRUGAL);
            command.addAll(Compiler.QUICK.options());
            command.addAll(isWriting ? cache.making() : cache.using());
            command.addAll(AS_THE_SCRIPT_DOES);
            command.add("-Djboss.server.config.dir=" + distribution.configuration());
            command.addAll(properties);
            command.addAll(List.of("-cp", classPath(distribution), MAIN));
            command.addAll(arguments);
            return command;
        }

        private static String classPath(Distribution distribution) {
            return distribution.jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public void prepare() {
            cache.prepare();
        }

        @Override
        public void keep() {
            // The JVM leaves a whole file or none.
        }
    }
}
