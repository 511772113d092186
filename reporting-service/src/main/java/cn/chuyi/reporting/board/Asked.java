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
        return of(year, programme, asOf, "asOf");
    }

    /** @param parameter that the instant is asked for by */
    static Asked of(int year, @Nullable String programme, @Nullable String text, String parameter) {
        return new Asked(year, programme, text == null || text.isBlank() ? null : instant(text, parameter));
    }

    private static Instant instant(String text, String parameter) {
        try {
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new ProblemException(
                    400,
                    "PARAMETER_MALFORMED",
                    new Text(parameter + " 不是带时区的时间：" + text, parameter + " is no time with an offset: " + text),
                    new Text("例如 2026-01-05T08:00:00+08:00。", "For example 2026-01-05T08:00:00+08:00."),
                    parameter);
        }
    }
}
