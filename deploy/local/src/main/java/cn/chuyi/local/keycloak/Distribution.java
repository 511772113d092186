package cn.chuyi.local.keycloak;

import cn.chuyi.local.Folders;
import cn.chuyi.local.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * The Keycloak server, unpacked once per user and version. Data do not lie in it: each run has a home of its own that
 * links to it.
 *
 * @param folder holds {@code bin}, {@code lib}, ...
 */
record Distribution(Path folder) {

    private static final List<String> SHARED = List.of("bin", "conf", "lib", "providers", "themes");

    /** Unpacks the zip that the build copied, unless that was done before. Two at once do not disturb each other. */
    static Distribution unpacked(Layout layout) {
        var cache = Layout.cache();
        try {
            var zip = only(zips(layout));
            var folder = folder(zip, cache);
            if (!Files.exists(folder)) {
                unpack(zip, folder);
            }
            return new Distribution(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack Keycloak into " + cache, e);
        }
    }

    /** Where it is once it was unpacked. */
    static Distribution in(Layout layout) {
        try {
            return new Distribution(folder(only(zips(layout)), Layout.cache()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot find Keycloak", e);
        }
    }

    private static Path zips(Layout layout) {
        return layout.target().resolve("keycloak");
    }

    private static Path folder(Path zip, Path cache) {
        return cache.resolve(
                zip.getFileName().toString().replace("-quarkus-dist", "").replace(".zip", ""));
    }

    private static Path only(Path zips) throws IOException {
        try (var found = Files.newDirectoryStream(zips, "keycloak-quarkus-dist-*.zip")) {
            var each = found.iterator();
            if (!each.hasNext()) {
                throw new IOException("no Keycloak zip in " + zips + "; build the module first");
            }
            return each.next();
        }
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        var parent = Files.createDirectories(folder.getParent());
        var aside = Files.createTempDirectory(parent, "unpacking-");
        try {
            extract(zip, aside);
            Files.move(aside.resolve(folder.getFileName()), folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(folder)) {
                throw e;
            }
        } finally {
            Folders.delete(aside);
        }
    }

    private static void extract(Path zip, Path into) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : Collections.list(file.entries())) {
                var path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) {
                    throw new IOException("entry outside the zip: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(file.getInputStream(entry), path);
                }
            }
        }
    }

    /** With its version. */
    String name() {
        return folder.getFileName().toString();
    }

    /** The one that the start script starts. */
    Path jar() {
        return folder.resolve(Path.of("lib", "quarkus-run.jar"));
    }

    /** All jars of the server, in the order in which its own class loader looks into them. */
    List<Path> jars() {
        var lib = folder.resolve("lib");
        var quarkus = lib.resolve("quarkus");
        var jars = new ArrayList<>(
                List.of(quarkus.resolve("transformed-bytecode.jar"), quarkus.resolve("generated-bytecode.jar")));
        for (var more : List.of(Path.of("app"), Path.of("lib", "boot"), Path.of("lib", "main"))) {
            jars.addAll(jarsIn(lib.resolve(more)));
        }
        return jars;
    }

    private static List<Path> jarsIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    Path configuration() {
        return folder.resolve("conf");
    }

    Path script() {
        return folder.resolve(Path.of("bin", "kc.sh"));
    }

    /** Makes {@code home} look like this distribution with a {@code data} folder of its own. */
    void linkInto(Path home) throws IOException {
        Files.createDirectories(home);
        for (var name : SHARED) {
            var link = home.resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, folder.resolve(name));
        }
    }
}
