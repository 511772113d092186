package cn.chuyi.kit.http;

import cn.chuyi.kit.decision.Text;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

/** The answer to whom it is worth to come again. */
final class Unavailable {
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private Unavailable() {}

    static Response response(HttpHeaders headers) {
        var response = Problem.response(
                headers,
                503,
                "TEMPORARILY_UNAVAILABLE",
                new Text(
                        "系统繁忙，或数据库暂时不可用；本次请求未写入任何数据。",
                        "The service is too busy, or its database is away; nothing of this request was written."),
                new Text(
                        "请按 Retry-After 稍候，再原样重试。",
                        "Wait as long as Retry-After says, and send the same request again."),
                List.of());
        return after(COME_AGAIN, response);
    }

    /** The same answer with {@code Retry-After}, in whole seconds. */
    static Response after(Duration wait, Response response) {
        return Response.fromResponse(response)
                .header(HttpHeaders.RETRY_AFTER, wait.toSeconds())
                .build();
    }
}
