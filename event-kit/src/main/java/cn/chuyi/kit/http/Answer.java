package cn.chuyi.kit.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Answers about one thing: its body, its {@code ETag}, and the position token of the write behind it. */
public final class Answer {
    /** Names a stream and version, {@code stream@version}; a read model takes it as {@code after}. */
    public static final String POSITION = "X-Event-Position";

    private Answer() {}

    public static Response ok(Object body, String stream, long version) {
        return answer(Response.ok(body), stream, version);
    }

    public static Response created(URI location, Object body, String stream, long version) {
        return answer(Response.created(location).entity(body), stream, version);
    }

    private static Response answer(Response.ResponseBuilder builder, String stream, long version) {
        return builder.header(HttpHeaders.ETAG, Version.tag(version))
                .header(POSITION, stream + "@" + version)
                .build();
    }
}
