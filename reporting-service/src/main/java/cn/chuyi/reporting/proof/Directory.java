package cn.chuyi.reporting.proof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;

/**
 * The table of contents at the end of a ZIP. Most programs go by it, a stream reader does not look at it; a package
 * must be the same to both, to the content of each file.
 */
record Directory(ByteBuffer bytes) {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int TIMESTAMP = 0x5455;

    /**
     * @param files as a stream reader finds them
     * @throws FlawException when it does not fill the end of the archive exactly, or leads to other files
     */
    static void check(byte[] archive, Map<String, byte[]> files) {
        try {
            new Directory(ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN)).check(files);
        } catch (IndexOutOfBoundsException | DataFormatException _) {
            throw broken();
        }
    }

    private void check(Map<String, byte[]> files) throws DataFormatException {
        int end = bytes.capacity() - END_LENGTH;
        require(bytes.getInt(end) == END && unsigned(end + 10) == files.size());
        int at = bytes.getInt(end + 16);
        for (var file : files.entrySet()) {
            at = check(at, file.getKey(), file.getValue());
        }
        require(at == end);
    }

    /** @return where the next entry begins */
    private int check(int at, String name, byte[] content) throws DataFormatException {
        int comment = unsigned(at + 32);
        int local = bytes.getInt(at + 42);
        require(bytes.getInt(at) == ENTRY && bytes.getInt(local) == LOCAL);
        int data = named(local + LOCAL_LENGTH, unsigned(local + 26), unsigned(local + 28), name);
        int next = named(at + ENTRY_LENGTH, unsigned(at + 28), unsigned(at + 30), name) + comment;
        var sum = new CRC32();
        sum.update(content);
        require(bytes.getInt(at + 16) == (int) sum.getValue() && bytes.getInt(at + 24) == content.length);
        require(Arrays.equals(content, unpacked(unsigned(at + 10), data, bytes.getInt(at + 20), content.length)));
        return next;
    }

    /** @return what comes after a name and the fields that follow it, which may not give it another name */
    private int named(int at, int length, int extra, String name) {
        require(text(at, length).equals(name));
        int fields = at + length;
        require(extra == 0 || (unsigned(fields) == TIMESTAMP && unsigned(fields + 2) + 4 == extra));
        return fields + extra;
    }

    private byte[] unpacked(int method, int at, int length, int size) throws DataFormatException {
        if (method == ZipEntry.STORED) {
            return slice(at, length);
        }
        require(method == ZipEntry.DEFLATED);
        try (var inflater = new Inflater(true)) {
            inflater.setInput(slice(at, length));
            byte[] content = new byte[size + 1];
            int found = inflater.inflate(content);
            require(found == size && inflater.finished() && inflater.getRemaining() == 0);
            return Arrays.copyOf(content, size);
        }
    }

    private String text(int at, int length) {
        return new String(slice(at, length), StandardCharsets.UTF_8);
    }

    private byte[] slice(int at, int length) {
        byte[] slice = new byte[Objects.checkIndex(length, bytes.capacity())];
        bytes.get(at, slice);
        return slice;
    }

    private int unsigned(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw broken();
        }
    }

    private static FlawException broken() {
        return new FlawException(Flaw.ARCHIVE, "its table of contents is cut off, or is not that of its files");
    }
}
