package cn.chuyi.kit.merkle;

import java.util.ArrayDeque;
import java.util.List;

/**
 * That a later tree begins with all of an earlier one.
 *
 * @param earlier size of the earlier tree
 * @param later size of the later tree
 * @param path nodes from which both roots follow; empty when the sizes are equal or the earlier tree is empty
 */
public record Consistency(long earlier, long later, List<byte[]> path) {
    public Consistency {
        path = List.copyOf(path);
    }

    /** Whether the trees of these roots are one list at two times. */
    public boolean proves(HashAlgorithm algorithm, byte[] earlierRoot, byte[] laterRoot) {
        if (earlier < 0 || earlier > later) {
            return false;
        }
        if (earlier == later) {
            return path.isEmpty() && Hashes.equal(earlierRoot, laterRoot);
        }
        if (earlier == 0) {
            return path.isEmpty() && Hashes.equal(earlierRoot, algorithm.digest(new byte[0]));
        }
        return climbs(algorithm, earlierRoot, laterRoot);
    }

    private boolean climbs(HashAlgorithm algorithm, byte[] earlierRoot, byte[] laterRoot) {
        var nodes = new ArrayDeque<>(path);
        if (Long.bitCount(earlier) == 1) {
            nodes.addFirst(earlierRoot);
        }
        if (nodes.isEmpty()) {
            return false;
        }
        int complete = Long.numberOfTrailingZeros(earlier);
        long node = (earlier - 1) >> complete;
        long last = (later - 1) >> complete;
        byte[] old = nodes.removeFirst();
        byte[] young = old;
        for (byte[] sibling : nodes) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = algorithm.node(sibling, old);
                young = algorithm.node(sibling, young);
                int levels = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= levels;
                last >>= levels;
            } else {
                young = algorithm.node(young, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Hashes.equal(old, earlierRoot) && Hashes.equal(young, laterRoot);
    }
}
