package cn.chuyi.kit.http;

import cn.chuyi.kit.decision.Text;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of one thing as an HTTP entity tag: the number of facts in its stream, in quotes. */
public final class Version {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private Version() {}

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version in a mandatory {@code If-Match}.
     *
     * @throws ProblemException 428 when absent, 400 when it is no entity tag of this service
     */
    public static long required(@Nullable String ifMatch) {
        Long version = optional(ifMatch);
        if (version == null) {
            throw new ProblemException(
                    428,
                    "IF_MATCH_REQUIRED",
                    new Text("更新须带 If-Match 头。", "An update needs an If-Match header."),
                    new Text("请先读取，将其 ETag 放入 If-Match。", "Read it first and send its ETag as If-Match."),
                    null);
        }
        return version;
    }

    /** The version in an {@code If-Match}; absent when the header is, or is {@code *}. */
    public static @Nullable Long optional(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.equals("*")) {
            return null;
        }
        var tag = TAG.matcher(ifMatch.trim());
        if (!tag.matches()) {
            throw new ProblemException(
                    400,
                    "IF_MATCH_MALFORMED",
                    new Text("If-Match 不是本系统给出的 ETag：" + ifMatch, "If-Match is no ETag of this service: " + ifMatch),
                    new Text(
                            "请原样使用读取时返回的 ETag，例如 \"7\"（含引号）。",
                            "Send the ETag as it was answered, for example \"7\" with its quotes."),
                    null);
        }
        return Long.valueOf(tag.group(1));
    }
}
