package cn.chuyi.kit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.signing.SignedText.ForgedException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTextTest {
    /** The key pair and signature of RFC 8037, appendix A. */
    private static final String KNOWN_SEED = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";

    private static final String KNOWN_PUBLIC = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    private static final String KNOWN_THUMBPRINT = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
    private static final String TYPE = "test";

    private static String pem(byte[] seed) {
        var encoded = new byte[48];
        byte[] prefix = {0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20};
        System.arraycopy(prefix, 0, encoded, 0, 16);
        System.arraycopy(seed, 0, encoded, 16, 32);
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static SigningKey key(int seed) {
        var bytes = new byte[32];
        bytes[0] = (byte) seed;
        return SigningKey.ofPem(pem(bytes));
    }

    @Test
    void the_public_half_and_the_thumbprint_are_those_of_the_standard() {
        var key = SigningKey.ofPem(pem(Base64.getUrlDecoder().decode(KNOWN_SEED)));

        assertThat(key.verifier().jwk())
                .containsEntry("kty", "OKP")
                .containsEntry("crv", "Ed25519")
                .containsEntry("x", KNOWN_PUBLIC)
                .containsEntry("alg", "EdDSA")
                .doesNotContainKey("d");
        assertThat(key.verifier().thumbprint()).isEqualTo(KNOWN_THUMBPRINT);
        assertThat(key).hasToString("SigningKey[" + KNOWN_THUMBPRINT + "]");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void what_a_key_signed_is_verified_by_its_published_half(int seed) throws Exception {
        var key = key(seed);
        var published = Json.mapper()
                .writeValueAsString(Map.of("keys", List.of(key.verifier().jwk())));

        var signed = SignedText.sign(key, TYPE, "楚怡".getBytes(UTF_8));

        assertThat(SignedText.text(VerificationKey.ofJwks(published).getFirst(), TYPE, signed))
                .isEqualTo("楚怡");
        assertThat(SignedText.sign(key, TYPE, "楚怡".getBytes(UTF_8))).isEqualTo(signed);
    }

    @Test
    void every_flipped_character_is_found() {
        var key = key(1);
        var signed = SignedText.sign(key, TYPE, "what is said".getBytes(UTF_8));
        for (int i = 0; i < signed.length() - 1; i++) {
            var flipped = new StringBuilder(signed);
            flipped.setCharAt(i, signed.charAt(i) == 'A' ? 'B' : 'A');
            assertThatThrownBy(() -> SignedText.verify(key.verifier(), TYPE, flipped.toString()))
                    .as("character %d", i)
                    .isInstanceOf(ForgedException.class);
        }
    }

    @Test
    void another_key_another_type_another_algorithm_and_no_signature_are_refused() {
        var signed = SignedText.sign(key(1), TYPE, "what is said".getBytes(UTF_8));
        var unsigned = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8))
                + ".d2hhdCBpcyBzYWlk.";

        assertThatThrownBy(() -> SignedText.verify(key(2).verifier(), TYPE, signed))
                .isInstanceOf(ForgedException.class);
        assertThatThrownBy(() -> SignedText.verify(key(1).verifier(), "other", signed))
                .isInstanceOf(ForgedException.class)
                .hasMessageContaining("other");
        assertThatThrownBy(() -> SignedText.verify(key(1).verifier(), TYPE, unsigned))
                .isInstanceOf(ForgedException.class);
        assertThatThrownBy(() -> SignedText.verify(key(1).verifier(), TYPE, "")).isInstanceOf(ForgedException.class);
    }

    @Test
    void what_is_no_key_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> SigningKey.ofPem("a secret that is no key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret that");
        assertThatThrownBy(() -> VerificationKey.ofJwks("{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
