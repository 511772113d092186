package cn.chuyi.kit.signing;

import java.nio.charset.StandardCharsets;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Bytes and a signature over them, as a compact JWS with algorithm {@code EdDSA} and the key's thumbprint. */
public final class SignedText {
    private SignedText() {}

    /** @param type the JWS header {@code typ}, so that one kind of signed text is never taken for another */
    public static String sign(SigningKey key, String type, byte[] content) {
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
            signature.setKeyIdHeaderValue(key.verifier().thumbprint());
            signature.setHeader("typ", type);
            signature.setPayloadBytes(content);
            signature.setKey(key.privateKey());
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign with " + key.verifier().thumbprint(), e);
        }
    }

    /**
     * The bytes that were signed.
     *
     * @throws ForgedException when the text is no signature of this type by this key
     */
    public static byte[] verify(VerificationKey key, String type, String compact) {
        try {
            var signature = VerificationKey.parsed(compact);
            signature.setKey(key.publicKey());
            if (!signature.verifySignature()) {
                throw new ForgedException("the signature does not fit what is signed");
            }
            if (!type.equals(signature.getHeader("typ"))) {
                throw new ForgedException("it is signed as " + signature.getHeader("typ") + ", not as " + type);
            }
            return signature.getPayloadBytes();
        } catch (JoseException e) {
            throw new ForgedException("it is no signature that can be read: " + e.getMessage());
        }
    }

    /** As {@link #verify}, for text. */
    public static String text(VerificationKey key, String type, String compact) {
        return new String(verify(key, type, compact), StandardCharsets.UTF_8);
    }

    /** A signature that does not hold. */
    public static final class ForgedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ForgedException(String message) {
            super(message);
        }
    }
}
