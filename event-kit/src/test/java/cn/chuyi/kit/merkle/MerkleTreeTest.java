package cn.chuyi.kit.merkle;

import static cn.chuyi.kit.merkle.HashAlgorithm.SHA_256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MerkleTreeTest {
    private static final int MOST = 40;
    private static final HexFormat HEX = HexFormat.of();

    /** The eight entries and the roots that certificate transparency logs are tested with. */
    private static final List<byte[]> KNOWN = List.of(
            HEX.parseHex(""),
            HEX.parseHex("00"),
            HEX.parseHex("10"),
            HEX.parseHex("2021"),
            HEX.parseHex("3031"),
            HEX.parseHex("40414243"),
            HEX.parseHex("5051525354555657"),
            HEX.parseHex("606162636465666768696a6b6c6d6e6f"));

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void the_root_of_known_entries_is_the_known_root(int size, String root) {
        assertThat(HEX.formatHex(
                        MerkleTree.over(SHA_256, KNOWN.subList(0, size)).root()))
                .isEqualTo(root);
    }

    @Test
    void sm3_is_the_digest_of_the_national_standard() {
        // the standard's first example
        assertThat(HEX.formatHex(HashAlgorithm.SM3.digest("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @ParameterizedTest
    @EnumSource
    void every_entry_of_every_size_is_proven_in_its_place_and_nowhere_else(HashAlgorithm algorithm) {
        for (int size = 1; size <= MOST; size++) {
            MerkleTree tree = MerkleTree.over(algorithm, entries(size));
            for (int index = 0; index < size; index++) {
                Inclusion proof = tree.inclusion(index);
                for (int other = 0; other < size; other++) {
                    assertThat(proof.proves(algorithm, entry(other), tree.root()))
                            .as("leaf %d of %d shown as %d", other, size, index)
                            .isEqualTo(other == index);
                }
            }
        }
    }

    @Test
    void an_inclusion_that_was_tampered_with_proves_nothing() {
        for (int size = 2; size <= MOST; size++) {
            MerkleTree tree = MerkleTree.over(SHA_256, entries(size));
            for (int index = 0; index < size; index++) {
                Inclusion proof = tree.inclusion(index);
                for (List<byte[]> path : tampered(proof.path())) {
                    assertThat(new Inclusion(index, size, path).proves(SHA_256, entry(index), tree.root()))
                            .isFalse();
                }
                assertThat(new Inclusion(index ^ 1, size, proof.path()).proves(SHA_256, entry(index), tree.root()))
                        .isFalse();
                assertThat(proof.proves(SHA_256, entry(index), flipped(tree.root())))
                        .isFalse();
            }
        }
    }

    @Test
    void every_tree_extends_every_earlier_one_and_no_other() {
        for (int later = 0; later <= MOST; later++) {
            MerkleTree tree = MerkleTree.over(SHA_256, entries(later));
            for (int earlier = 0; earlier <= later; earlier++) {
                Consistency proof = tree.consistency(earlier);
                byte[] root = MerkleTree.over(SHA_256, entries(earlier)).root();
                assertThat(proof.proves(SHA_256, root, tree.root()))
                        .as("%d extends %d", later, earlier)
                        .isTrue();
                assertThat(proof.proves(SHA_256, flipped(root), tree.root())).isFalse();
                if (earlier > 0) {
                    assertThat(proof.proves(SHA_256, root, flipped(tree.root())))
                            .isFalse();
                    assertThat(proof.proves(SHA_256, rewritten(earlier), tree.root()))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_consistency_that_was_tampered_with_proves_nothing() {
        for (int later = 2; later <= MOST; later++) {
            MerkleTree tree = MerkleTree.over(SHA_256, entries(later));
            for (int earlier = 1; earlier < later; earlier++) {
                byte[] root = MerkleTree.over(SHA_256, entries(earlier)).root();
                for (List<byte[]> path : tampered(tree.consistency(earlier).path())) {
                    assertThat(new Consistency(earlier, later, path).proves(SHA_256, root, tree.root()))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void the_edge_grows_to_the_same_roots_and_goes_on_from_any_size() {
        for (int start = 0; start <= MOST; start++) {
            Map<List<Long>, byte[]> nodes = new HashMap<>();
            var edge = new Frontier(
                    MerkleTree.over(SHA_256, entries(start)),
                    (level, index, hash) -> nodes.put(List.of((long) level, index), hash));
            for (int size = start; size <= MOST; size++) {
                MerkleTree whole = MerkleTree.over(SHA_256, entries(size));
                assertThat(edge.root()).isEqualTo(whole.root());
                edge.append(entry(size));
                assertThat(edge.size()).isEqualTo(size + 1);
            }
            MerkleTree whole = MerkleTree.over(SHA_256, entries(MOST + 1));
            nodes.forEach((place, hash) -> assertThat(hash)
                    .isEqualTo(whole.subtrees().hash(place.getFirst().intValue(), place.getLast())));
            assertThat(nodes).hasSizeGreaterThan(MOST - start);
        }
    }

    @Test
    void what_is_not_in_a_tree_has_no_proof() {
        MerkleTree tree = MerkleTree.over(SHA_256, entries(5));

        assertThatThrownBy(() -> tree.inclusion(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.inclusion(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistency(6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(new Inclusion(5, 5, List.of()).proves(SHA_256, entry(0), tree.root()))
                .isFalse();
        assertThat(new Consistency(6, 5, List.of()).proves(SHA_256, tree.root(), tree.root()))
                .isFalse();
    }

    /** The root of a list of the same length that tells another history. */
    private static byte[] rewritten(int size) {
        var entries = new ArrayList<>(entries(size));
        entries.set(size / 2, entry(MOST + 7));
        return MerkleTree.over(SHA_256, entries).root();
    }

    /** The path with a bit flipped, an element dropped, doubled or moved: each once for each element. */
    private static List<List<byte[]>> tampered(List<byte[]> path) {
        var all = new ArrayList<List<byte[]>>();
        for (int i = 0; i < path.size(); i++) {
            var flipped = new ArrayList<>(path);
            flipped.set(i, flipped(path.get(i)));
            all.add(flipped);
            var dropped = new ArrayList<>(path);
            dropped.remove(i);
            all.add(dropped);
            var doubled = new ArrayList<>(path);
            doubled.add(i, path.get(i));
            all.add(doubled);
            if (i > 0) {
                var moved = new ArrayList<>(path);
                moved.add(i - 1, moved.remove(i));
                all.add(moved);
            }
        }
        return all;
    }

    private static byte[] flipped(byte[] hash) {
        byte[] copy = hash.clone();
        copy[hash.length / 2] ^= 1;
        return copy;
    }

    private static List<byte[]> entries(int size) {
        return IntStream.range(0, size).mapToObj(MerkleTreeTest::entry).toList();
    }

    private static byte[] entry(int index) {
        return ("entry " + index).getBytes(StandardCharsets.US_ASCII);
    }
}
