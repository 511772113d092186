package cn.chuyi.kit.merkle;

import java.util.List;

/**
 * That an entry is in a tree.
 *
 * @param index of the entry, from 0
 * @param size of the tree
 * @param path the siblings from the leaf up to the root
 */
public record Inclusion(long index, long size, List<byte[]> path) {
    public Inclusion {
        path = List.copyOf(path);
    }

    /** Whether the entry is at this place in the tree that has this root. */
    public boolean proves(HashAlgorithm algorithm, byte[] entry, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = algorithm.leaf(entry);
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = algorithm.node(sibling, hash);
                int levels = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= levels;
                last >>= levels;
            } else {
                hash = algorithm.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Hashes.equal(hash, root);
    }
}
