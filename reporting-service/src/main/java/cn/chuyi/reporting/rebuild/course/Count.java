package cn.chuyi.reporting.rebuild.course;

/**
 * What is done.
 *
 * @param done records read
 * @param total records to read
 * @param facts that were in them
 * @param units scored
 */
public record Count(long done, long total, long facts, int units) {
    public static final Count NOTHING = new Count(0, 0, 0, 0);
}
