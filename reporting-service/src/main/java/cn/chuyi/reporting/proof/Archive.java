package cn.chuyi.reporting.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** ZIP with nothing in it that depends on when or where it is written. */
final class Archive {
    /** The earliest time that a ZIP entry can have. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Archive() {}

    static byte[] write(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static ZipOutputStream to(OutputStream out) {
        return new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Packages within a package are packed already and stored as they are. */
    static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        if (name.endsWith(".zip")) {
            var sum = new CRC32();
            sum.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** @throws FlawException when it cannot be read, or has a file twice */
    static Map<String, byte[]> read(byte[] archive) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (files.put(entry.getName(), all(zip)) != null) {
                    throw new FlawException(Flaw.ARCHIVE, "it has " + entry.getName() + " twice");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new FlawException(Flaw.ARCHIVE, "it cannot be read: " + e.getMessage());
        }
        if (files.isEmpty()) {
            throw new FlawException(Flaw.ARCHIVE, "it is no ZIP, or an empty one");
        }
        if (!Directory.names(archive).equals(List.copyOf(files.keySet()))) {
            throw new FlawException(Flaw.ARCHIVE, "its table of contents names other files than it has");
        }
        return files;
    }

    private static byte[] all(InputStream in) throws IOException {
        return in.readAllBytes();
    }
}
