package cn.chuyi.kit.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The digests that proofs are made with; both give 32 bytes. */
public enum HashAlgorithm {
    SHA_256("SHA-256") {
        @Override
        byte[] of(byte[]... parts) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (byte[] part : parts) {
                    digest.update(part);
                }
                return digest.digest();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    },

    /** The Chinese national digest, GB/T 32905-2016. */
    SM3("SM3") {
        @Override
        byte[] of(byte[]... parts) {
            var digest = new SM3Digest();
            for (byte[] part : parts) {
                digest.update(part, 0, part.length);
            }
            var hash = new byte[digest.getDigestSize()];
            digest.doFinal(hash, 0);
            return hash;
        }
    };

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final String text;

    HashAlgorithm(String text) {
        this.text = text;
    }

    /** The name as it stands in manifests, anchors and settings. */
    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException for a name that is none of {@code SHA-256}, {@code SM3} */
    public static HashAlgorithm named(String text) {
        for (HashAlgorithm algorithm : values()) {
            if (algorithm.text.equals(text)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("not a digest that is known here: " + text);
    }

    /** The digest of the parts one after the other. */
    abstract byte[] of(byte[]... parts);

    public byte[] digest(byte[] content) {
        return of(content);
    }

    /** Hash of a leaf; its prefix keeps it apart from every inner node. */
    public byte[] leaf(byte[] entry) {
        return of(LEAF, entry);
    }

    byte[] node(byte[] left, byte[] right) {
        return of(NODE, left, right);
    }
}
