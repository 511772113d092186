package cn.chuyi.bench;

import java.nio.file.Path;

/**
 * What the benchmarks of one call have in common.
 *
 * @param root of the tree
 * @param quick with less of everything
 * @param opened what must not outlive the call
 */
public record Run(Path root, boolean quick, Opened opened) {}
