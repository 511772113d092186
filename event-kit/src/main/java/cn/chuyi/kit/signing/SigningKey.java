package cn.chuyi.kit.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

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

    private static PublicKey publicHalf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(() -> new IllegalArgumentException("the key cannot be read"));
        byte[] encoded =
                new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
        boolean odd = (encoded[encoded.length - 1] & 0x80) != 0;
        encoded[encoded.length - 1] &= 0x7f;
        var point = new EdECPoint(odd, new BigInteger(1, reversed(encoded)));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    private static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifier.thumbprint() + "]";
    }
}
