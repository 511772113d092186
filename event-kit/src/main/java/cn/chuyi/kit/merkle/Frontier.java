package cn.chuyi.kit.merkle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The right edge of a growing tree: all it takes to append and to know the root, one hash for each bit of the size.
 * Mutable, for one thread.
 */
public final class Frontier {
    private final HashAlgorithm algorithm;
    private final Completed completed;
    /** Roots of complete subtrees, the lowest first. */
    private final Deque<byte[]> edge = new ArrayDeque<>();

    private long size;

    /** Told of every subtree when its last leaf arrives, from the leaf itself up. */
    @FunctionalInterface
    public interface Completed {
        void subtree(int level, long index, byte[] hash);
    }

    /** The edge of the first {@code size} leaves, to go on from there. */
    public Frontier(MerkleTree tree, Completed completed) {
        this.algorithm = tree.algorithm();
        this.completed = completed;
        this.size = tree.size();
        for (int level = 0; level < Long.SIZE - 1; level++) {
            if ((size >> level & 1) == 1) {
                edge.addLast(tree.subtrees().hash(level, (size >> level) - 1));
            }
        }
    }

    public void append(byte[] entry) {
        byte[] hash = algorithm.leaf(entry);
        long index = size;
        completed.subtree(0, index, hash);
        for (int level = 1; (index & 1) == 1; level++) {
            hash = algorithm.node(edge.removeFirst(), hash);
            index >>= 1;
            completed.subtree(level, index, hash);
        }
        edge.addFirst(hash);
        size++;
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        if (size == 0) {
            return algorithm.digest(new byte[0]);
        }
        Iterator<byte[]> nodes = edge.iterator();
        byte[] root = nodes.next();
        while (nodes.hasNext()) {
            root = algorithm.node(nodes.next(), root);
        }
        return root;
    }
}
