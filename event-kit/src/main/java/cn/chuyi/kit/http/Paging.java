package cn.chuyi.kit.http;

import cn.chuyi.kit.decision.Text;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keyset pages: a cursor holds the last key seen, so that rows that arrive meanwhile shift nothing. */
public final class Paging {
    private static final int DEFAULT = 50;
    private static final int MOST = 500;

    private Paging() {}

    /**
     * Reads {@code limit} and {@code cursor}.
     *
     * @throws ProblemException 400 when the limit is out of 1..500 or the cursor is none of ours
     */
    public static PageRequest request(@Nullable Integer limit, @Nullable String cursor) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw new ProblemException(
                    400,
                    "LIMIT_OUT_OF_RANGE",
                    new Text("limit 须在 1 到 500 之间。", "limit must be between 1 and 500."),
                    new Text("请调整 limit，并用 cursor 翻页。", "Choose another limit and follow the cursor."),
                    "limit");
        }
        return new PageRequest(limit == null ? DEFAULT : limit, cursor == null ? null : key(cursor));
    }

    /**
     * Makes a page of {@code limit + 1} rows that were read: the surplus row only says that there is more.
     *
     * @param key the key of a row, by which the rows are ordered
     */
    public static <T> Page<T> page(List<T> rows, PageRequest request, Function<T, String> key) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, request.limit());
        return new Page<>(items, cursor(key.apply(items.getLast())));
    }

    /** The page with {@code Link: rel="next"} when there is more. */
    public static Response answer(Page<?> page, UriInfo uri) {
        var answer = Response.ok(page);
        if (page.next() != null) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build();
            answer.header("Link", "<" + next + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    400,
                    "CURSOR_MALFORMED",
                    new Text("cursor 无效。", "The cursor is none of this service's."),
                    new Text(
                            "请使用上一页返回的 next，或去掉 cursor 从头开始。",
                            "Use next of the page before, or leave it out to start over."),
                    "cursor");
        }
    }
}
