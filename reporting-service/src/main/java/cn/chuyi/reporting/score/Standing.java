package cn.chuyi.reporting.score;

import org.jspecify.annotations.Nullable;

/**
 * Everything that stands for one indicator of one unit; which of it counts is decided by {@link Score#of}.
 *
 * @param notApplicable the office's reason, absent if the indicator applies
 * @param verified the latest decision of document review, on-site visit, defence or review
 * @param collected what the measure found, absent if it found nothing yet
 * @param reported what the unit states
 */
public record Standing(
        @Nullable String notApplicable,
        @Nullable String verified,
        @Nullable Collected collected,
        @Nullable String reported) {

    public static final Standing NOTHING = new Standing(null, null, null, null);

    /** What a measure says: a value, or that it does not apply. */
    public sealed interface Collected {
        record Value(String text) implements Collected {}

        record NotApplicable() implements Collected {}
    }

    public Standing exempted(String reason) {
        return new Standing(reason, verified, collected, reported);
    }

    public Standing verifiedAs(String value) {
        return new Standing(notApplicable, value, collected, reported);
    }

    public Standing collectedAs(Collected value) {
        return new Standing(notApplicable, verified, value, reported);
    }

    public Standing reportedAs(String value) {
        return new Standing(notApplicable, verified, collected, value);
    }
}
