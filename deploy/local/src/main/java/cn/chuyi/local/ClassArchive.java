package cn.chuyi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A server's archive of loaded classes (JEP 350), which spares its next start a third of the work or more. The JVM passes
 * over one that does not fit it or the jars.
 *
 * @param file where it is, or will be
 * @param jar the first on the server's class path, which may have no folder; an older archive is of another build
 */
public record ClassArchive(Path file, Path jar) {

    /** Of a server that starts once. */
    public static final ClassArchive NONE = new ClassArchive(Path.of("none.jsa"), Path.of("none"));

    /** @param server its name and version */
    public static ClassArchive in(Path folder, String server, Path jar) {
        var jvm = System.getProperty("java.vm.version");
        return new ClassArchive(folder.resolve(server + "-java-" + jvm + ".jsa"), jar);
    }

    /** For the server's JVM: to use the archive or, when there is none yet, to write one when it ends. */
    public List<String> options() {
        if (!isPossible()) {
            return List.of();
        }
        return isMissing()
                ? List.of("-XX:ArchiveClassesAtExit=" + unfinished(), "-Xlog:cds=off", "-Xlog:aot=off")
                : List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off", "-Xlog:aot=off");
    }

    /** Options with blanks do not get through every start script. */
    boolean isPossible() {
        return Files.isRegularFile(jar) && file.toString().chars().noneMatch(Character::isWhitespace);
    }

    /** Whether it can be written, and was not since the jar was built. */
    public boolean isMissing() {
        try {
            return isPossible()
                    && (!Files.exists(file)
                            || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) < 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Makes room for what a server will write. */
    public void prepare() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(unfinished());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + file, e);
        }
    }

    /** Keeps what a server has written that came to its own end. */
    public void keep() {
        try {
            if (Files.exists(unfinished())) {
                Files.move(unfinished(), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + file, e);
        }
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".unfinished");
    }
}
