package cn.chuyi.kit.signing;

import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * The public half of an Ed25519 key.
 *
 * @param thumbprint SHA-256 of the key as in RFC 7638, base64url; what signatures name the key by
 */
public record VerificationKey(PublicKey publicKey, String thumbprint) {

    /** @throws IllegalArgumentException unless it is an Ed25519 key */
    public static VerificationKey of(PublicKey key) {
        if (!(key instanceof EdECPublicKey ed) || !ed.getParams().getName().equals("Ed25519")) {
            throw new IllegalArgumentException("not an Ed25519 key: " + key.getAlgorithm());
        }
        return new VerificationKey(key, new OctetKeyPairJsonWebKey(key).calculateBase64urlEncodedThumbprint("SHA-256"));
    }

    /** @throws IllegalArgumentException when a key of the set is no Ed25519 key, or the text no JWKS */
    public static List<VerificationKey> ofJwks(String json) {
        try {
            return new JsonWebKeySet(json)
                    .getJsonWebKeys().stream().map(VerificationKey::of).toList();
        } catch (JoseException | ClassCastException e) {
            throw new IllegalArgumentException("no JSON Web Key Set: " + e.getMessage(), e);
        }
    }

    private static VerificationKey of(JsonWebKey key) {
        if (key.getKey() instanceof PublicKey found) {
            return of(found);
        }
        throw new IllegalArgumentException("no public key: " + key.getKeyType());
    }

    /** The key as a JWK without anything private. */
    public Map<String, Object> jwk() {
        var jwk = new OctetKeyPairJsonWebKey(publicKey);
        jwk.setKeyId(thumbprint);
        jwk.setUse("sig");
        jwk.setAlgorithm(AlgorithmIdentifiers.EDDSA);
        return jwk.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    static JsonWebSignature parsed(String compact) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
        signature.setCompactSerialization(compact);
        return signature;
    }
}
