package cn.chuyi.reporting.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Anybody can open the page, and it finds where to log in. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class WebPageIT {

    @Test
    void the_page_and_its_modules_are_served_without_log_in() {
        given().get("/").then().statusCode(200).contentType("text/html").body(containsString("page/main.js"));
        given().get("/page/main.js").then().statusCode(200).contentType(containsString("javascript"));
        given().get("/page/style.css").then().statusCode(200).contentType("text/css");
    }

    @Test
    void the_page_learns_where_to_log_in() {
        given().get("/api/v1/web-settings")
                .then()
                .statusCode(200)
                .body("oidc.authority", notNullValue())
                .body("oidc.clientId", equalTo("chuyi-web"));
    }
}
