package cn.chuyi.reporting.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.merkle.HashAlgorithm;
import cn.chuyi.kit.signing.SignedText;
import cn.chuyi.kit.signing.SigningKey;
import cn.chuyi.kit.signing.VerificationKey;
import cn.chuyi.reporting.score.Level;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a unit's result is made of.
 *
 * @param edition 0 is provisional
 * @param asOf events recorded later are left out; absent for what stands now
 * @param canonical the unit's canonical lines
 * @param explanation as JSON
 * @param events in any order
 */
public record UnitPackage(
        String programme,
        int year,
        Level level,
        String unit,
        int edition,
        @Nullable Instant asOf,
        String canonical,
        String explanation,
        List<EventLine> events) {
    public UnitPackage {
        events = events.stream().sorted(EventLine.ORDER).toList();
    }

    /**
     * The package as a ZIP: the same bytes for the same result, key and digest.
     *
     * @throws FlawException when it would not stand its own verification
     */
    public byte[] zip(SigningKey key, HashAlgorithm digest) {
        var files = files(key.verifier());
        Contents.check(manifest(digest, files), files);
        return sealed(key, manifest(digest, files), files);
    }

    /** Manifest and signature before the files they are about. */
    static byte[] sealed(SigningKey key, Manifest manifest, Map<String, byte[]> files) {
        var all = new LinkedHashMap<String, byte[]>();
        all.put(Names.MANIFEST, manifest.json());
        all.put(Names.SIGNATURE, signature(key, manifest));
        all.putAll(files);
        return Archive.write(all);
    }

    static byte[] signature(SigningKey key, Manifest manifest) {
        return SignedText.sign(key, Names.SIGNED_MANIFEST, manifest.json()).getBytes(UTF_8);
    }

    private Map<String, byte[]> files(VerificationKey key) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(Names.CANONICAL, canonical.getBytes(UTF_8));
        files.put(Names.EXPLANATION, explanation.getBytes(UTF_8));
        files.put(Names.CATALOGUE, FrozenCatalogue.of(events, Names.catalogueStream(programme, year, level)));
        files.put(Names.EVENTS, Lines.write(events));
        files.put(Names.CHAIN, Lines.write(Links.of(events)));
        files.put(Names.KEYS, keys(key));
        return files;
    }

    static byte[] keys(VerificationKey key) {
        try {
            return (Json.mapper().writeValueAsString(Map.of("keys", List.of(key.jwk()))) + "\n").getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a key", e);
        }
    }

    private Manifest manifest(HashAlgorithm digest, Map<String, byte[]> files) {
        return new Manifest(
                Manifest.UNIT,
                programme,
                year,
                level,
                unit,
                edition,
                asOf,
                null,
                digest.text(),
                Manifest.SIGNATURE,
                Manifest.entries(digest, files));
    }
}
