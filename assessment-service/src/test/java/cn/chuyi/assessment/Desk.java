package cn.chuyi.assessment;

import static io.restassured.RestAssured.given;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.test.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who works with the service: a token, and the few things one does with it. */
public record Desk(String subject, @Nullable String division, List<String> roles) {
    public static final Desk OFFICE = new Desk("office", "430000", List.of("province-office"));
    public static final Desk CHAIR = new Desk("chair", "430000", List.of("province-chair"));
    public static final Desk INSPECTOR = new Desk("inspector-1", "430000", List.of("inspector"));
    public static final Desk CITY_OFFICE = new Desk("city-office-430100", "430100", List.of("city-office"));
    public static final Desk CITY = new Desk("city-filler-430100", "430100", List.of("city-filler"));
    public static final Desk COUNTY = new Desk("county-filler-430181", "430181", List.of("county-filler"));

    public Response get(String path) {
        return given().auth().oauth2(token()).get("/api/v1/" + path);
    }

    public Response post(String path, @Nullable Object body) {
        var request = given().auth().oauth2(token()).contentType(ContentType.JSON);
        return body == null
                ? request.post("/api/v1/" + path)
                : request.body(json(body)).post("/api/v1/" + path);
    }

    public Response putAt(String etag, String path, Object body) {
        return given().auth()
                .oauth2(token())
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(json(body))
                .put("/api/v1/" + path);
    }

    /** Puts under the version that is current. */
    public Response put(String thing, String path, Object body) {
        return putAt(OFFICE.get(thing).header("ETag"), thing + path, body);
    }

    /** Takes a step of a case that must succeed. */
    public ValidatableResponse step(String id, String path) {
        return post("cases/" + id + "/" + path, Map.of("reason", "演示")).then().statusCode(200);
    }

    public String token() {
        return Tokens.of(subject, division, roles.toArray(String[]::new));
    }

    private static String json(Object body) {
        try {
            return Json.mapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
