package cn.chuyi.kit.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One link of the service's hash chain: {@code hash = SHA-256(previous hash || canonical row)}.
 *
 * <p>The canonical row is chain number, stream, version, id, type, recorded time (ISO, UTC), actor, correlation id,
 * causation id and payload, each as {@code <length in UTF-8 bytes>:<text>}, absent ones as {@code -}.
 *
 * @param number 1, 2, 3 ... without a gap, in the order of publication; 0 before the first
 * @param hash 32 bytes; zeros before the first
 */
record Link(long number, byte[] hash) {

    static Link origin() {
        return new Link(0, new byte[32]);
    }

    Link next(JournalRow row) {
        MessageDigest digest = sha256();
        digest.update(hash);
        digest.update(canonical(number + 1, row));
        return new Link(number + 1, digest.digest());
    }

    String hex() {
        return HexFormat.of().formatHex(hash);
    }

    private static byte[] canonical(long number, JournalRow row) {
        var text = new StringBuilder();
        field(text, Long.toString(number));
        field(text, row.stream());
        field(text, Long.toString(row.version()));
        field(text, row.id().toString());
        field(text, row.type());
        field(text, row.recordedAt().toString());
        field(text, row.origin().actor());
        field(text, row.origin().correlationId());
        field(text, row.origin().causationId());
        field(text, row.payload());
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void field(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(value);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
