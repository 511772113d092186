package cn.chuyi.reporting.measure;

/**
 * The items of the unit's last cycle.
 *
 * @param due by the reference date
 * @param closed of all items, by the reference date
 */
public record Rectification(int due, int closed) {
    public static final Rectification NONE = new Rectification(0, 0);
}
