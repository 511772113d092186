package cn.chuyi.kit.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The first {@code size} entries of a list as a tree. It asks for few subtrees, at most two a level, so a list of any
 * length is proven from stored nodes.
 */
public record MerkleTree(HashAlgorithm algorithm, long size, Subtrees subtrees) {
    public MerkleTree {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no " + size + " leaves");
        }
    }

    /** The tree over entries that are all at hand. */
    public static MerkleTree over(HashAlgorithm algorithm, List<byte[]> entries) {
        var levels = new ArrayList<List<byte[]>>();
        List<byte[]> level = entries.stream().map(algorithm::leaf).toList();
        while (!level.isEmpty()) {
            levels.add(level);
            level = above(algorithm, level);
        }
        return new MerkleTree(
                algorithm, entries.size(), (height, index) -> levels.get(height).get(Math.toIntExact(index)));
    }

    private static List<byte[]> above(HashAlgorithm algorithm, List<byte[]> level) {
        var above = new ArrayList<byte[]>();
        for (int i = 0; i + 1 < level.size(); i += 2) {
            above.add(algorithm.node(level.get(i), level.get(i + 1)));
        }
        return above;
    }

    /** The digest of nothing for a tree without leaves. */
    public byte[] root() {
        return size == 0 ? algorithm.digest(new byte[0]) : range(0, size);
    }

    /** @throws IndexOutOfBoundsException unless the leaf is in the tree */
    public Inclusion inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("no leaf " + index + " in a tree of " + size);
        }
        var path = new ArrayList<byte[]>();
        path(index, 0, size, path);
        return new Inclusion(index, size, path);
    }

    /**
     * That this tree extends the tree of its first {@code earlier} entries.
     *
     * @throws IndexOutOfBoundsException when the earlier tree is the larger one
     */
    public Consistency consistency(long earlier) {
        if (earlier < 0 || earlier > size) {
            throw new IndexOutOfBoundsException("a tree of " + size + " extends none of " + earlier);
        }
        var path = new ArrayList<byte[]>();
        if (earlier > 0 && earlier < size) {
            subproof(earlier, 0, size, true, path);
        }
        return new Consistency(earlier, size, path);
    }

    private void path(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, path);
            path.add(range(middle, to));
        } else {
            path(index, middle, to, path);
            path.add(range(from, middle));
        }
    }

    private void subproof(long earlier, long from, long to, boolean whole, List<byte[]> path) {
        if (earlier == to) {
            if (!whole) {
                path.add(range(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (earlier <= middle) {
            subproof(earlier, from, middle, whole, path);
            path.add(range(middle, to));
        } else {
            subproof(earlier, middle, to, false, path);
            path.add(range(from, middle));
        }
    }

    private byte[] range(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return subtrees.hash(level, from >> level);
        }
        long middle = from + split(width);
        return algorithm.node(range(from, middle), range(middle, to));
    }

    /** The largest power of two below the width. */
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
