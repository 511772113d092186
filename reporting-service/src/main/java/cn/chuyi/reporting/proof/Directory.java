package cn.chuyi.reporting.proof;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of contents at the end of a ZIP. Most programs go by it, a stream reader does not look at it; a package
 * must be the same to both.
 */
final class Directory {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;

    private Directory() {}

    /** @throws FlawException when it does not fill the end of the archive exactly */
    static List<String> names(byte[] archive) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
            int end = archive.length - END_LENGTH;
            if (end < 0 || bytes.getInt(end) != END) {
                throw broken();
            }
            int count = Short.toUnsignedInt(bytes.getShort(end + 10));
            int at = bytes.getInt(end + 16);
            var names = new ArrayList<String>();
            for (int i = 0; i < count; i++) {
                if (bytes.getInt(at) != ENTRY) {
                    throw broken();
                }
                int name = Short.toUnsignedInt(bytes.getShort(at + 28));
                int extra = Short.toUnsignedInt(bytes.getShort(at + 30));
                int comment = Short.toUnsignedInt(bytes.getShort(at + 32));
                names.add(new String(archive, at + 46, name, StandardCharsets.UTF_8));
                at += 46 + name + extra + comment;
            }
            if (at != end) {
                throw broken();
            }
            return names;
        } catch (IndexOutOfBoundsException | BufferUnderflowException _) {
            throw broken();
        }
    }

    private static FlawException broken() {
        return new FlawException(Flaw.ARCHIVE, "its table of contents is cut off, or is not that of its files");
    }
}
