package cn.chuyi.kit.http;

import cn.chuyi.kit.decision.Text;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An expected failure of a request that no decision made, such as an unknown id; becomes problem+json. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;
    private final transient Text detail;
    private final transient Text remedy;
    private final @Nullable String pointer;
    private final @Nullable Duration retryAfter;

    /**
     * @param code stable, in capitals
     * @param remedy what the caller can do now
     * @param pointer JSON pointer or parameter at fault; absent when there is no single one
     */
    public ProblemException(int status, String code, Text detail, Text remedy, @Nullable String pointer) {
        this(status, code, detail, remedy, pointer, null);
    }

    private ProblemException(
            int status,
            String code,
            Text detail,
            Text remedy,
            @Nullable String pointer,
            @Nullable Duration retryAfter) {
        super(code + ": " + detail.en(), null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.remedy = remedy;
        this.pointer = pointer;
        this.retryAfter = retryAfter;
    }

    public static ProblemException notFound(String code, Text detail, Text remedy) {
        return new ProblemException(404, code, detail, remedy, null);
    }

    public static ProblemException invalid(String code, String pointer, Text detail, Text remedy) {
        return new ProblemException(422, code, detail, remedy, pointer);
    }

    /**
     * 503 for what can be answered soon.
     *
     * @param pointer parameter at fault
     * @param retryAfter whole seconds; {@code Retry-After} of the answer
     */
    public static ProblemException notYet(String code, Text detail, Text remedy, String pointer, Duration retryAfter) {
        return new ProblemException(503, code, detail, remedy, pointer, retryAfter);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Text detail() {
        return detail;
    }

    public Text remedy() {
        return remedy;
    }

    public @Nullable String pointer() {
        return pointer;
    }

    /** When it is worth asking again; absent where that is not known. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
