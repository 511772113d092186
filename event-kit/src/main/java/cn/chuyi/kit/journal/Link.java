package cn.chuyi.kit.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.chuyi.kit.event.Envelope;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
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
public record Link(long number, byte[] hash) {
    /** Of the length of a field. */
    private static final int MOST_DIGITS = 10;

    private static final Pattern TEXT = Pattern.compile("(0|[1-9]\\d{0,17}):([A-Za-z0-9_-]{43})");

    /** Before the first link of a journal. */
    public static Link origin() {
        return new Link(0, new byte[32]);
    }

    /** The link of a published fact, when this is the one before it. */
    public Link next(Envelope envelope, String payload) {
        return next(JournalRow.of(0, envelope, payload));
    }

    Link next(JournalRow row) {
        return next(
                digits(number + 1),
                row.stream(),
                digits(row.version()),
                row.id(),
                row.type(),
                row.time(),
                row.actor(),
                row.correlationId(),
                row.causationId(),
                row.payload());
    }

    private Link next(byte[] @Nullable ... fields) {
        int room = hash.length;
        for (byte[] field : fields) {
            room += MOST_DIGITS + 1 + (field == null ? 0 : field.length);
        }
        var text = ByteBuffer.allocate(room).put(hash);
        for (byte[] field : fields) {
            if (field == null) {
                text.put((byte) '-');
            } else {
                text.put(digits(field.length)).put((byte) ':').put(field);
            }
        }
        MessageDigest sha256 = sha256();
        sha256.update(text.flip());
        return new Link(number + 1, sha256.digest());
    }

    /** Hash in lowercase hex. */
    public String hex() {
        return HexFormat.of().formatHex(hash);
    }

    /** {@code <number>:<hash in base64url>}, as it stands in the header of the next fact. */
    public String text() {
        return number + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /** @throws IllegalArgumentException when it is not the text of a link */
    public static Link parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a link of a hash chain: " + text);
        }
        return new Link(Long.parseLong(parts.group(1)), Base64.getUrlDecoder().decode(parts.group(2)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Link(var otherNumber, var otherHash)
                && number == otherNumber
                && Arrays.equals(hash, otherHash);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number) * 31 + Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return text();
    }

    private static byte[] digits(long number) {
        return Long.toString(number).getBytes(US_ASCII);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
