package cn.chuyi.reporting.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.signing.SignedText;
import cn.chuyi.kit.signing.SignedText.ForgedException;
import cn.chuyi.kit.signing.VerificationKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a package with nothing else at hand, and names the first thing that is wrong. */
public final class Verification {
    /** No package is larger, packed or not. */
    public static final int MOST_BYTES = Archive.MOST_BYTES;

    private final @Nullable List<VerificationKey> trusted;
    private final @Nullable String thumbprint;

    /** @param trusted keys of which one must have signed */
    public Verification(List<VerificationKey> trusted) {
        this.trusted = List.copyOf(trusted);
        this.thumbprint = null;
    }

    /** @param thumbprint of the key that must have signed; absent to take the key that the package brings along */
    public Verification(@Nullable String thumbprint) {
        this.trusted = null;
        this.thumbprint = thumbprint;
    }

    /**
     * What holds.
     *
     * @param canonical the text that the events make
     * @param key which signed
     * @param pinned whether that is a key that the verifier knew beforehand
     */
    public record Verified(
            Manifest manifest, String canonical, VerificationKey key, boolean pinned, List<ChainLine> links) {

        /** @throws FlawException unless an event of the package has just this link */
        public void requireLink(String source, long number, String event, String hash) {
            if (links.stream()
                    .noneMatch(link -> link.source().equals(source)
                            && link.number() == number
                            && link.id().equals(event)
                            && link.hash().equals(hash))) {
                throw new FlawException(
                        Flaw.ANCHOR, "the package has no event " + event + " with link " + number + " of " + source);
            }
        }
    }

    /**
     * @param archive at most {@link #MOST_BYTES} long, or it is not read
     * @throws FlawException naming the first thing that is wrong
     */
    public Verified verify(byte[] archive) {
        var files = new HashMap<>(Archive.read(archive));
        var manifest = required(files, Names.MANIFEST);
        var key = signer(files, manifest, required(files, Names.SIGNATURE));
        var listed = parse(manifest);
        files.remove(Names.MANIFEST);
        files.remove(Names.SIGNATURE);
        Listing.check(listed, files);
        switch (listed.format()) {
            case Manifest.UNIT -> Contents.check(listed, files);
            case Manifest.BOARD -> BoardPackage.check(listed, files, new Verification(List.of(key)));
            default -> throw new FlawException(Flaw.MANIFEST, "a format that is not known here: " + listed.format());
        }
        return new Verified(
                listed,
                new String(required(files, Names.CANONICAL), UTF_8),
                key,
                trusted != null || thumbprint != null,
                links(files.get(Names.CHAIN)));
    }

    private static List<ChainLine> links(byte @Nullable [] chain) {
        return chain == null ? List.of() : Lines.read(chain, ChainLine.class, Flaw.CHAIN, Names.CHAIN);
    }

    private VerificationKey signer(Map<String, byte[]> files, byte[] manifest, byte[] signature) {
        var keys = trusted == null ? brought(files) : trusted;
        ForgedException last = null;
        for (var key : keys) {
            try {
                var signed = SignedText.verify(key, Names.SIGNED_MANIFEST, new String(signature, UTF_8));
                if (!Arrays.equals(signed, manifest)) {
                    throw new FlawException(
                            Flaw.SIGNATURE, Names.MANIFEST + " is not what " + Names.SIGNATURE + " signs");
                }
                return key;
            } catch (ForgedException e) {
                last = e;
            }
        }
        throw new FlawException(
                Flaw.SIGNATURE,
                last == null
                        ? "there is no key that may have made it"
                        : "no key made it that may: " + last.getMessage());
    }

    private List<VerificationKey> brought(Map<String, byte[]> files) {
        try {
            return VerificationKey.ofJwks(new String(required(files, Names.KEYS), UTF_8)).stream()
                    .filter(key -> thumbprint == null || thumbprint.equals(key.thumbprint()))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new FlawException(Flaw.SIGNATURE, Names.KEYS + ": " + e.getMessage());
        }
    }

    private static Manifest parse(byte[] json) {
        try {
            Manifest manifest = Json.mapper().readValue(json, Manifest.class);
            if (manifest == null || !manifest.signature().equals(Manifest.SIGNATURE)) {
                throw new FlawException(Flaw.MANIFEST, "it does not say that it is signed with " + Manifest.SIGNATURE);
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new FlawException(Flaw.MANIFEST, "it cannot be read: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new FlawException(Flaw.MANIFEST, "it cannot be read: " + e.getMessage());
        }
    }

    private static byte[] required(Map<String, byte[]> files, String name) {
        byte @Nullable [] content = files.get(name);
        if (content == null) {
            throw new FlawException(Flaw.MANIFEST, "there is no " + name);
        }
        return content;
    }
}
