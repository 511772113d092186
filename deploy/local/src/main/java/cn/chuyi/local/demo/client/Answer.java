package cn.chuyi.local.demo.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param body the JSON; a missing node when there is none
 * @param etag version of the thing that was answered, for {@code If-Match}; empty when there is none
 * @param position {@code stream@version} of what was written, for {@code ?after=}; empty when nothing was
 */
public record Answer(int status, JsonNode body, String etag, String position) {

    public String text(String field) {
        return body.path(field).asText();
    }

    boolean isGood() {
        return status < 300;
    }

    String code() {
        return body.path("code").asText();
    }
}
