package cn.chuyi.reporting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleRootTest {

    @Test
    void nothing_has_the_hash_of_nothing() {
        assertThat(MerkleRoot.of(List.of()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void every_size_gives_the_tree_of_rfc_6962() throws NoSuchAlgorithmException {
        for (int size = 1; size <= 40; size++) {
            var leaves = leaves(size);
            assertThat(MerkleRoot.of(leaves)).isEqualTo(HexFormat.of().formatHex(byDefinition(leaves)));
        }
    }

    @Test
    void another_leaf_another_order_or_one_leaf_less_is_another_root() {
        var root = MerkleRoot.of(List.of("a", "b", "c"));
        assertThat(List.of(
                        MerkleRoot.of(List.of("a", "c", "b")),
                        MerkleRoot.of(List.of("a", "b")),
                        MerkleRoot.of(List.of("a", "b", "d")),
                        MerkleRoot.of(List.of("a", "b", "c", "c"))))
                .doesNotContain(root)
                .doesNotHaveDuplicates();
    }

    /** MTH of RFC 6962, 2.1, word by word. */
    private static byte[] byDefinition(List<String> leaves) throws NoSuchAlgorithmException {
        var sha = MessageDigest.getInstance("SHA-256");
        if (leaves.size() == 1) {
            sha.update((byte) 0);
            return sha.digest(leaves.getFirst().getBytes(StandardCharsets.UTF_8));
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        sha.update((byte) 1);
        sha.update(byDefinition(leaves.subList(0, half)));
        return sha.digest(byDefinition(leaves.subList(half, leaves.size())));
    }

    private static List<String> leaves(int size) {
        return IntStream.range(0, size).mapToObj(i -> "unit " + i).toList();
    }
}
