package cn.chuyi.kit.http;

import cn.chuyi.kit.event.Json;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** HTTP speaks the wire format, but a field that a request misspells is an error and not ignored. */
@Singleton
class HttpJson {

    @Produces
    @Singleton
    ObjectMapper mapper() {
        return Json.mapper().copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
