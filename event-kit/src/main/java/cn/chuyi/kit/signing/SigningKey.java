package cn.chuyi.kit.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 key with both halves. */
public record SigningKey(PrivateKey privateKey, VerificationKey verifier) {

    /**
     * A PKCS#8 key in PEM, as {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @throws IllegalArgumentException when it is none; the message does not have the key
     */
    public static SigningKey ofPem(String pem) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", ""));
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new SigningKey(key, VerificationKey.of(publicHalf((EdECPrivateKey) key)));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw new IllegalArgumentException("not an Ed25519 private key in PEM (PKCS#8)");
        }
    }

    /** A key pair is made of 32 random bytes, which are its secret half (RFC 8032 5.1.5): these are given instead. */
    private static PublicKey publicHalf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(() -> new IllegalArgumentException("the key cannot be read"));
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
        var pair = generator.generateKeyPair();
        if (!MessageDigest.isEqual(
                seed, ((EdECPrivateKey) pair.getPrivate()).getBytes().orElse(new byte[0]))) {
            throw new GeneralSecurityException("this JVM makes Ed25519 keys in another way");
        }
        return pair.getPublic();
    }

    /** Bytes that are known. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] wanted) {
            System.arraycopy(bytes, 0, wanted, 0, wanted.length);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifier.thumbprint() + "]";
    }
}
