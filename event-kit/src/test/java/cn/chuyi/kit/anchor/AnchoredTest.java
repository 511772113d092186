package cn.chuyi.kit.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.signing.VerificationKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples that the services give to others, which are signed with the key of RFC 8037. */
class AnchoredTest {
    private static final List<VerificationKey> KEYS = VerificationKey.ofJwks("""
            {"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}""");

    @ParameterizedTest
    @CsvSource({"registry, 1", "registry, 2", "assessment, 1", "assessment, 2", "reporting, 1", "reporting, 2"})
    void an_example_is_read_written_back_and_verified(String service, int number) throws IOException {
        var type = "chuyi." + service + ".journal-anchored.v1";
        var json =
                Files.readString(Path.of("..", service + "-service", "contract", "examples", type, number + ".json"));
        var codec =
                JsonEventCodec.of(Anchored.class, "").add(type, Anchored.class).build();

        var anchored = codec.decode(type, json);

        assertThat(Json.mapper().readTree(codec.encode(anchored)))
                .isEqualTo(Json.mapper().readTree(json));
        anchored.check(KEYS);
        var larger = new Anchored(
                anchored.service(),
                anchored.size() + 1,
                anchored.root(),
                anchored.head(),
                anchored.digest(),
                anchored.statement());
        assertThatThrownBy(() -> larger.check(KEYS)).isInstanceOf(UnprovenException.class);
    }
}
