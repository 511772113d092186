package cn.chuyi.reporting.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One SHA-256 over many texts in their order, as a tree in the way of RFC 6962: leaves are hashed behind a byte 0, pairs
 * behind a byte 1, and the left half of a tree is the largest power of two below its size. Pure.
 */
final class MerkleRoot {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleRoot() {}

    /** Lowercase hex; of no leaves the hash of nothing. */
    static String of(List<String> leaves) {
        var sha = sha256();
        if (leaves.isEmpty()) {
            return HexFormat.of().formatHex(sha.digest());
        }
        var level = new ArrayList<byte[]>();
        for (var leaf : leaves) {
            sha.update(LEAF);
            level.add(sha.digest(leaf.getBytes(UTF_8)));
        }
        return HexFormat.of().formatHex(top(level, sha));
    }

    /** Pairs neighbours until one is left; an odd last one goes up as it is, which gives the same tree. */
    private static byte[] top(List<byte[]> leaves, MessageDigest sha) {
        var level = leaves;
        while (level.size() > 1) {
            var above = new ArrayList<byte[]>();
            for (int i = 0; i + 1 < level.size(); i += 2) {
                sha.update(NODE);
                sha.update(level.get(i));
                above.add(sha.digest(level.get(i + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.getLast());
            }
            level = above;
        }
        return level.getFirst();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
