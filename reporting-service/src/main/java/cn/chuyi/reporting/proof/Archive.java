package cn.chuyi.reporting.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** ZIP with nothing in it that depends on when or where it is written. */
final class Archive {
    /** The earliest time that a ZIP entry can have without a field that depends on the time zone. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0, 2);

    /** What all files of an archive may unpack to; a board of a whole country is half of that. */
    static final int MOST_BYTES = 1 << 27;

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

    /** @throws FlawException when it cannot be read, is too large, or has a file twice */
    static Map<String, byte[]> read(byte[] archive) {
        var files = new LinkedHashMap<String, byte[]>();
        int left = MOST_BYTES;
        if (archive.length > MOST_BYTES) {
            throw new FlawException(Flaw.ARCHIVE, "it has more than " + MOST_BYTES + " bytes");
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0) {
                    throw new FlawException(Flaw.ARCHIVE, "it unpacks to more than " + MOST_BYTES + " bytes");
                }
                if (files.put(entry.getName(), content) != null) {
                    throw new FlawException(Flaw.ARCHIVE, "it has " + entry.getName() + " twice");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new FlawException(Flaw.ARCHIVE, "it cannot be read: " + e.getMessage());
        }
        if (files.isEmpty()) {
            throw new FlawException(Flaw.ARCHIVE, "it is no ZIP, or an empty one");
        }
        Directory.check(archive, files);
        return files;
    }
}
