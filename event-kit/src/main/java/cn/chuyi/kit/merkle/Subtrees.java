package cn.chuyi.kit.merkle;

/** Where a tree finds the hashes of its complete subtrees. */
@FunctionalInterface
public interface Subtrees {

    /**
     * The hash over the leaves {@code index * 2^level} to {@code (index + 1) * 2^level - 1}, which all exist.
     *
     * @param level 0 for a leaf's own hash
     */
    byte[] hash(int level, long index);
}
