package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which year of which programme, as of when.
 *
 * @param programme absent where there is only one that has the year
 * @param asOf what was recorded later is left out; absent for now
 */
public record Asked(
        int year, @Nullable String programme, @Nullable Instant asOf) {

    public static Asked of(int year, @Nullable String programme, @Nullable String asOf) {
        return new Asked(year, programme, asOf == null || asOf.isBlank() ? null : instant(asOf));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new ProblemException(
                    400,
                    "PARAMETER_MALFORMED",
                    new Text("asOf 不是带时区的时间：" + text, "asOf is no time with an offset: " + text),
                    new Text("例如 2026-01-05T08:00:00+08:00。", "For example 2026-01-05T08:00:00+08:00."),
                    "asOf");
        }
    }
}
