package cn.chuyi.bench;

import cn.chuyi.local.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that goes with all it holds. */
public record Temporary(Path folder) implements AutoCloseable {

    public static Temporary folder(String prefix) {
        try {
            return new Temporary(Files.createTempDirectory(prefix));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a temporary folder", e);
        }
    }

    @Override
    public void close() {
        Folders.delete(folder);
    }
}
