package cn.chuyi.registry;

import static cn.chuyi.registry.Register.API;
import static cn.chuyi.registry.Register.body;
import static cn.chuyi.registry.Register.office;

import cn.chuyi.kit.test.LocalStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalStack.class)
class DivisionBadInputIT extends BadInput {

    @Test
    void a_bad_division_is_refused() {
        String path = API + "/divisions";
        var county = body(
                "code", "430199", "name", "某县", "level", "COUNTY", "parent", "430100", "effectiveOn", "2020-01-01");
        bad(
                400,
                "INVALID_REQUEST",
                "/code",
                () -> office().body(with(county, "code", "43018")).post(path));
        bad(
                400,
                "INVALID_REQUEST",
                "/name",
                () -> office().body(with(county, "name", " ")).post(path));
        bad(
                400,
                "INVALID_REQUEST",
                "/effectiveOn",
                () -> office().body(with(county, "effectiveOn", null)).post(path));
        bad(
                400,
                "MALFORMED_JSON",
                "/effectiveOn",
                () -> office().body(with(county, "effectiveOn", "1 May")).post(path));
        bad(
                400,
                "MALFORMED_JSON",
                "/level",
                () -> office().body(with(county, "level", "VILLAGE")).post(path));
        bad(
                400,
                "MALFORMED_JSON",
                "/colour",
                () -> office().body(with(county, "colour", "red")).post(path));
        bad(400, "MALFORMED_JSON", null, () -> office().body("{").post(path));
        bad(
                422,
                "EFFECTIVE_DATE_IMPLAUSIBLE",
                "/effectiveOn",
                () -> office().body(with(county, "effectiveOn", "2999-01-01")).post(path));
        bad(
                422,
                "EFFECTIVE_DATE_IMPLAUSIBLE",
                "/effectiveOn",
                () -> office().body(with(county, "effectiveOn", "0202-01-01")).post(path));
        bad(
                422,
                "PARENT_UNKNOWN",
                "/parent",
                () -> office().body(with(county, "parent", "439900")).post(path));
        bad(
                422,
                "PARENT_UNKNOWN",
                "/parent",
                () -> office().body(with(county, "effectiveOn", "2016-12-31")).post(path));
        bad(
                422,
                "PARENT_LEVEL",
                "/parent",
                () -> office().body(with(county, "parent", "430181")).post(path));
        bad(
                422,
                "PARENT_MISSING",
                "/parent",
                () -> office().body(with(county, "parent", null)).post(path));
        bad(
                409,
                "DIVISION_EXISTS",
                "/code",
                () -> office().body(with(county, "code", "430181")).post(path));
        bad(
                404,
                "DIVISION_UNKNOWN",
                null,
                () -> office().body(body("name", "某县")).post(path + "/439999/renaming"));
        bad(
                409,
                "DIVISION_EXISTS",
                "/newCode",
                () -> office().body(body("newCode", "433101", "name", "某县")).post(path + "/430181/recoding"));
        bad(409, "BELOW_STILL_OPEN", null, () -> office().body(body()).post(path + "/430100/closure"));
        bad(
                422,
                "SUCCESSOR_UNKNOWN",
                "/successor",
                () -> office().body(body("successor", "439999")).post(path + "/430181/closure"));
        bad(404, "DIVISION_UNKNOWN", null, () -> office().get(path + "/439999"));
        bad(400, "PARAMETER_INVALID", "level", () -> office().get(path + "?level=village"));
        bad(400, "PARAMETER_INVALID", "asOf", () -> office().get(path + "?asOf=yesterday"));
    }
}
