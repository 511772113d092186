package cn.chuyi.kit.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.kit.merkle.HashAlgorithm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SigningTest {
    private static final String FORMER = """
            {"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}""";

    private record Settings(@Nullable String pem, @Nullable String jwks) implements SigningSettings {
        @Override
        public Optional<String> key() {
            return Optional.ofNullable(pem);
        }

        @Override
        public Optional<String> formerKeys() {
            return Optional.ofNullable(jwks);
        }

        @Override
        public HashAlgorithm digest() {
            return HashAlgorithm.SHA_256;
        }
    }

    @Test
    void a_service_without_a_key_says_so_and_what_to_do() {
        var signing = new Signing(new Settings("", null));

        var problem = catchThrowableOfType(ProblemException.class, signing::require);

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.code()).isEqualTo("SIGNING_KEY_MISSING");
        assertThat(problem.remedy().en()).contains("SIGNING_SECRET_FILE");
        assertThat(signing.published()).isEmpty();
    }

    @Test
    void a_key_that_cannot_be_read_stops_the_start() {
        assertThatThrownBy(() -> new Signing(new Settings("no key", null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void former_keys_stay_published() {
        var signing = new Signing(new Settings(null, FORMER));

        assertThat(signing.published())
                .extracting(VerificationKey::thumbprint)
                .containsExactly("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }
}
