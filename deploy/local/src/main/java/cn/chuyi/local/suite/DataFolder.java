package cn.chuyi.local.suite;

import cn.chuyi.local.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A server's data. They count only once the server was ready with them for the first time: what an interrupted first
 * start leaves may be half made and is thrown away.
 *
 * @param folder the data; a file beside it says that they count
 */
record DataFolder(Path folder) {

    Path prepared() {
        if (!Files.exists(mark())) {
            Folders.delete(folder);
        }
        return folder;
    }

    /** Back to the state before the first start. */
    void forget() {
        try {
            Files.deleteIfExists(mark());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + mark(), e);
        }
        Folders.delete(folder);
    }

    void proven() {
        try {
            Files.writeString(mark(), "This server was ready with these data; they are kept.\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + mark(), e);
        }
    }

    private Path mark() {
        return folder.resolveSibling(folder.getFileName() + ".made");
    }
}
