package cn.chuyi.registry;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.PageRequest;
import cn.chuyi.kit.http.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last key of a page, where rows are ordered by identifier. */
public final class Keys {
    private Keys() {}

    /**
     * The identifier to go on after; absent for the first page.
     *
     * @throws ProblemException 400 when the cursor holds no identifier
     */
    public static @Nullable UUID after(PageRequest request) {
        String key = request.after();
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    400,
                    "CURSOR_MALFORMED",
                    new Text("cursor 无效。", "The cursor is none of this list's."),
                    new Text("请使用上一页返回的 next，或去掉 cursor。", "Use next of the page before, or leave it out."),
                    "cursor");
        }
    }
}
