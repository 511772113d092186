package cn.chuyi.kit.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.merkle.HashAlgorithm;
import cn.chuyi.kit.signing.SignedText;
import cn.chuyi.kit.signing.SignedText.ForgedException;
import cn.chuyi.kit.signing.SigningKey;
import cn.chuyi.kit.signing.VerificationKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;

/**
 * The root over a journal was signed.
 *
 * @param service path of the service whose journal it is, as in {@code ce_source}
 * @param size how many links of the hash chain are in the tree, from the first on; leaf {@code n - 1} is over the hash
 *     of link {@code n}
 * @param root lowercase hex
 * @param head hash of link number {@code size}, lowercase hex
 * @param digest {@code SHA-256} or {@code SM3}, of the tree
 * @param statement compact JWS (EdDSA) over the JSON of the other fields
 */
public record Anchored(String service, long size, String root, String head, String digest, String statement) {
    private static final String TYPE = "chuyi-anchor";

    public Anchored {
        requireNonNull(service, "no service");
        requireNonNull(root, "no root");
        requireNonNull(head, "no head");
        requireNonNull(digest, "no digest");
        requireNonNull(statement, "no statement");
    }

    /** What is signed. */
    record Statement(String service, long size, String root, String head, String digest) {}

    static Anchored signed(SigningKey key, Statement says) {
        return new Anchored(
                says.service(),
                says.size(),
                says.root(),
                says.head(),
                says.digest(),
                SignedText.sign(key, TYPE, json(says)));
    }

    private static byte[] json(Statement statement) {
        try {
            return Json.mapper().writeValueAsString(statement).getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a statement", e);
        }
    }

    /** @throws UnprovenException unless one of the keys signed just this */
    void check(List<VerificationKey> keys) {
        for (var key : keys) {
            try {
                var says = Json.mapper().readValue(SignedText.verify(key, TYPE, statement), Statement.class);
                if (!says.equals(new Statement(service, size, root, head, digest))) {
                    throw new UnprovenException("the root of " + size + " says another thing than its signature");
                }
                return;
            } catch (ForgedException | IOException _) {
                continue;
            }
        }
        throw new UnprovenException("no trusted key signed the root of " + size);
    }

    HashAlgorithm algorithm() {
        try {
            return HashAlgorithm.named(digest);
        } catch (IllegalArgumentException _) {
            throw new UnprovenException("a digest that is not known here: " + digest);
        }
    }

    byte[] rootHash() {
        return bytes(root);
    }

    static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException _) {
            throw new UnprovenException("not a hash in hex: " + hex);
        }
    }
}
