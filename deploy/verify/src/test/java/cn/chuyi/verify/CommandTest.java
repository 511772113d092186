package cn.chuyi.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.anchor.Anchored;
import cn.chuyi.kit.anchor.GrowthProof;
import cn.chuyi.kit.anchor.RowProof;
import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.merkle.HashAlgorithm;
import cn.chuyi.kit.merkle.MerkleTree;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
    /** A package that was given away once; it must verify for good. */
    private static final Path PACKAGE = Path.of("src/test/resources/2025-431023-edition-1.zip");

    private static final Path ROOT =
            Path.of("../../registry-service/contract/examples/chuyi.registry.journal-anchored.v1/1.json");
    private static final String KEY_OF_ROOT = """
            {"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}""";

    @TempDir
    Path folder = Path.of("");

    private record Answer(int code, String words) {}

    private static Answer verify(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var words = Arrays.stream(arguments).map(Object::toString).toList();
        int code = new Command(new PrintStream(out, true, UTF_8)).run(words);
        return new Answer(code, out.toString(UTF_8));
    }

    private static String keysOf(Path archive) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(archive)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("jwks.json")) {
                    return new String(zip.readAllBytes(), UTF_8);
                }
            }
        }
        throw new IOException("no keys");
    }

    private Path file(String name, Object content) throws IOException {
        var text = content instanceof String already ? already : Json.mapper().writeValueAsString(content);
        return Files.writeString(folder.resolve(name), text);
    }

    private static String thumbprint() throws IOException {
        return Json.mapper().readTree(keysOf(PACKAGE)).at("/keys/0/kid").asText();
    }

    @Test
    void a_package_holds_and_says_whose_key_it_brings() throws IOException {
        var answer = verify(PACKAGE);

        assertThat(answer.code()).isZero();
        assertThat(answer.words())
                .startsWith("2025\t431023\tCOUNTY\t1\t")
                .contains("HOLDS: CHUYI-2022 2025 COUNTY 431023, edition 1")
                .contains(thumbprint())
                .contains("compare its thumbprint");
    }

    @Test
    void a_key_that_is_given_pins_it() throws IOException {
        for (var key : List.of(thumbprint(), file("jwks.json", keysOf(PACKAGE)))) {
            var answer = verify(PACKAGE, "--key", key);
            assertThat(answer.code()).isZero();
            assertThat(answer.words()).contains("which was given");
        }
        for (var key : List.of("A".repeat(43), file("other.json", KEY_OF_ROOT))) {
            var answer = verify(PACKAGE, "--key", key);
            assertThat(answer.code()).isEqualTo(11);
            assertThat(answer.words()).startsWith("WRONG SIGNATURE: ");
        }
    }

    @Test
    void a_package_that_was_cut_says_so_in_words_and_number() throws IOException {
        var whole = Files.readAllBytes(PACKAGE);
        var cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length - 10));

        var answer = verify(cut);

        assertThat(answer.code()).isEqualTo(10);
        assertThat(answer.words()).startsWith("WRONG ARCHIVE: ");
    }

    @Test
    void wrong_words_and_missing_files_have_their_own_answers() {
        assertThat(verify().code()).isEqualTo(Command.USAGE);
        assertThat(verify(PACKAGE, "--key").code()).isEqualTo(Command.USAGE);
        assertThat(verify(PACKAGE, "--of", PACKAGE).code()).isEqualTo(Command.USAGE);
        assertThat(verify(PACKAGE, "--nonsense", "x").words())
                .contains("--nonsense")
                .contains("16 RESULT");
        assertThat(verify(folder.resolve("absent.zip")).code()).isEqualTo(Command.UNREADABLE);
    }

    @Test
    void a_row_is_proven_to_be_under_a_root_by_one_who_has_the_key() throws IOException {
        var keys = file("jwks.json", KEY_OF_ROOT);
        var proof = file("row.json", row(3));
        var moved = file("moved.json", new RowProof("e", 4, row(3).hash(), row(3).path(), root()));

        assertThat(verify("row", proof, "--key", keys).code()).isZero();
        assertThat(verify("row", proof, "--key", keys).words())
                .contains("link 3 of /registry-service")
                .contains("what the service says");
        assertThat(verify("row", moved, "--key", keys).code()).isEqualTo(17);
        assertThat(verify("row", proof, "--key", file("wrong.json", keysOf(PACKAGE)))
                        .code())
                .isEqualTo(17);
        assertThat(verify("row", proof).code()).isEqualTo(Command.USAGE);
        assertThat(verify("row", file("no.json", "{"), "--key", keys).code()).isEqualTo(17);
    }

    @Test
    void a_proof_that_lacks_anything_is_no_proof() throws IOException {
        var keys = file("jwks.json", KEY_OF_ROOT);
        var whole = Json.mapper().readTree(Json.mapper().writeValueAsString(row(3)));
        assertThat(verify("row", file("null.json", "null"), "--key", keys).code())
                .isEqualTo(17);
        assertThat(verify("growth", file("null.json", "{}"), "--key", keys).code())
                .isEqualTo(17);
        for (var field : List.of("event", "number", "hash", "path", "anchor")) {
            ObjectNode without = whole.deepCopy();
            without.remove(field);
            assertThat(verify("row", file("without.json", without.toString()), "--key", keys))
                    .as(field)
                    .matches(answer -> answer.code() == 17 && answer.words().startsWith("WRONG ANCHOR: "));
        }
    }

    @Test
    void a_row_that_is_not_in_the_package_does_not_prove_the_package() throws IOException {
        var proof = file("row.json", row(3));
        var ofRoot = file("jwks.json", KEY_OF_ROOT);
        var ofPackage = file("reporting.json", keysOf(PACKAGE));

        // the package is under another key, which is looked at first
        assertThat(verify("row", proof, "--key", ofRoot, "--of", PACKAGE).code())
                .isEqualTo(11);
        assertThat(verify("row", proof, "--key", ofRoot, "--key", ofPackage, "--of", PACKAGE)
                        .code())
                .isEqualTo(17);
        assertThat(verify("row", proof, "--key", ofRoot, "--key", thumbprint()).code())
                .isEqualTo(Command.USAGE);
    }

    @Test
    void growth_is_proven_only_from_a_root_to_itself_or_to_one_that_extends_it() throws IOException {
        var keys = file("jwks.json", KEY_OF_ROOT);

        assertThat(verify("growth", file("same.json", new GrowthProof(List.of(), root(), root())), "--key", keys)
                        .code())
                .isZero();
        assertThat(verify(
                                "growth",
                                file("none.json", new GrowthProof(List.of(root().root()), root(), root())),
                                "--key",
                                keys)
                        .code())
                .isEqualTo(17);
    }

    private static Anchored root() throws IOException {
        return Json.mapper().readValue(ROOT.toFile(), Anchored.class);
    }

    /** The examples' trees are over the digests of {@code registry 1}, {@code registry 2} ... */
    private static RowProof row(int number) throws IOException {
        var leaves = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> HashAlgorithm.SHA_256.digest(("registry " + i).getBytes(UTF_8)))
                .toList();
        var path = MerkleTree.over(HashAlgorithm.SHA_256, leaves)
                .inclusion(number - 1)
                .path();
        return new RowProof(
                "e",
                number,
                HexFormat.of().formatHex(leaves.get(number - 1)),
                path.stream().map(HexFormat.of()::formatHex).toList(),
                root());
    }
}
