package cn.chuyi.kit.http;

import cn.chuyi.kit.database.Outage;
import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.Booleans.NoBooleanException;
import cn.chuyi.kit.http.Problem.FieldError;
import cn.chuyi.kit.journal.RefusedException;
import cn.chuyi.kit.journal.StaleStreamException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where a failure becomes an HTTP answer. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Text SIGN_IN = new Text(
            "请在 Authorization 头中提供本系统的有效访问令牌。",
            "Send a valid access token for this system in the Authorization header.");

    @ServerExceptionMapper
    Response refused(RefusedException e, HttpHeaders headers) {
        var refusal = e.refusal();
        return Problem.response(
                headers,
                refusal.rule().wording().status(),
                refusal.rule().name(),
                refusal.detail(),
                refusal.remedy(),
                refusal.pointer());
    }

    @ServerExceptionMapper
    Response problem(ProblemException e, HttpHeaders headers) {
        var response = Problem.response(headers, e.status(), e.code(), e.detail(), e.remedy(), e.pointer());
        var retryAfter = e.retryAfter();
        return retryAfter == null ? response : Unavailable.after(retryAfter, response);
    }

    @ServerExceptionMapper
    Response stale(StaleStreamException e, HttpHeaders headers) {
        return Problem.response(
                headers,
                e.precondition() ? 412 : 409,
                "STALE_VERSION",
                new Text("数据已被他人更新，您看到的版本已过时。", "Somebody changed this meanwhile: " + e.getMessage() + "."),
                new Text("请重新读取，核对后用新的 ETag 再次提交。", "Read it again, check, and repeat with the new ETag."),
                List.of());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, HttpHeaders headers) {
        var errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(Pointers.of(violation.getPropertyPath()), violation.getMessage()))
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        return Problem.response(
                headers,
                400,
                "INVALID_REQUEST",
                new Text("请求中有字段不符合要求。", "Fields of the request break their constraints."),
                new Text("请按 errors 中逐项更正后重新提交。", "Correct each entry of errors and send it again."),
                errors);
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, HttpHeaders headers) {
        return malformed(e, headers);
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException e, HttpHeaders headers) {
        return signIn(headers);
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException e, HttpHeaders headers) {
        return signIn(headers);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, HttpHeaders headers) {
        return Problem.response(
                headers,
                403,
                "FORBIDDEN",
                new Text("您的角色无权执行此操作。", "None of your roles may do this."),
                new Text("请联系本单位管理员核对角色。", "Ask your administrator to check your roles."),
                List.of());
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, HttpHeaders headers, UriInfo uri, ResourceInfo resource) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return malformed(json, headers);
        }
        if (e instanceof NotFoundException && e.getCause() instanceof IllegalArgumentException unread) {
            var parameter = parameter(unread, uri, resource);
            if (parameter != null) {
                return malformed(parameter, headers);
            }
        }
        int status = e.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(e, headers);
        }
        var response = Problem.response(
                headers,
                status,
                "HTTP_" + status,
                new Text("请求无法处理：" + inChinese(e) + "。", "The request cannot be served: " + reason(e) + "."),
                new Text(
                        "请对照接口文档 /q/openapi 检查地址、方法与内容类型。", "Check address, method and media type against /q/openapi."),
                List.of());
        var allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
    }

    @ServerExceptionMapper
    Response unexpected(Exception e, HttpHeaders headers) {
        if (Outage.duringCommit(e)) {
            LOG.error("the database went away during a commit", e);
            return unknown(headers);
        }
        if (Outage.behind(e)) {
            LOG.warnf("refused for now: %s", e);
            return Unavailable.response(headers);
        }
        if (Outage.isOfCharacter(e)) {
            return Problem.response(
                    headers,
                    400,
                    "CHARACTER_NOT_ALLOWED",
                    new Text(
                            "请求中含有空字符（U+0000），本次请求未写入任何数据。",
                            "The request has the character U+0000; nothing of it was written."),
                    new Text("请去掉该字符后重新提交。", "Send it again without that character."),
                    List.of());
        }
        LOG.error("unexpected failure", e);
        return Problem.response(
                headers,
                500,
                "INTERNAL_ERROR",
                new Text("系统内部错误，本次请求未写入任何数据。", "The service failed; nothing of this request was written."),
                new Text(
                        "请稍后重试；如仍失败，请将响应头 X-Correlation-Id 告知运维。",
                        "Retry later; if it persists, give operations the X-Correlation-Id header."),
                List.of());
    }

    private record Parameter(String name, String value) {}

    /**
     * The first query parameter that its type refuses, in the order in which the resource reads them; absent when it was
     * none. The exception tells the value and what kind of value was read, not the name.
     */
    private static @Nullable Parameter parameter(IllegalArgumentException unread, UriInfo uri, ResourceInfo resource) {
        String fault = String.valueOf(unread.getMessage());
        for (var declared : resource.getResourceMethod().getParameters()) {
            var query = declared.getAnnotation(QueryParam.class);
            if (query == null || !refuses(declared.getType(), unread)) {
                continue;
            }
            for (var value : uri.getQueryParameters().getOrDefault(query.value(), List.of())) {
                if (fault.contains('"' + value + '"') || fault.endsWith("." + value)) {
                    return new Parameter(query.value(), value);
                }
            }
        }
        return null;
    }

    private static boolean refuses(Class<?> type, IllegalArgumentException unread) {
        return switch (unread) {
            case NumberFormatException _ -> Number.class.isAssignableFrom(type);
            case NoBooleanException _ -> Booleans.isBoolean(type);
            default -> type.isEnum();
        };
    }

    private static Response malformed(Parameter parameter, HttpHeaders headers) {
        return Problem.response(
                headers,
                400,
                "PARAMETER_MALFORMED",
                new Text(
                        "参数 " + parameter.name() + " 的值 " + parameter.value() + " 无法识别。",
                        "Parameter " + parameter.name() + " cannot be " + parameter.value() + "."),
                new Text("可用的取值见 /q/openapi。", "/q/openapi says what it takes."),
                parameter.name());
    }

    private static Response unknown(HttpHeaders headers) {
        return Problem.response(
                headers,
                500,
                "OUTCOME_UNKNOWN",
                new Text(
                        "提交时数据库连接中断，无法得知本次请求是否已写入。",
                        "The database went away while this was committed; whether it was written is not known."),
                new Text(
                        "请用同一 Idempotency-Key 重试；未使用该键的，请先查询再决定是否重试。",
                        "Repeat it with the same Idempotency-Key; without one, read first whether it is there."),
                List.of());
    }

    private static Response signIn(HttpHeaders headers) {
        var response = Problem.response(
                headers,
                401,
                "UNAUTHENTICATED",
                new Text("未登录，或令牌无效、过期、受众不符。", "No token, or it is invalid, expired, or for another audience."),
                SIGN_IN,
                List.of());
        return Response.fromResponse(response)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response malformed(JsonProcessingException e, HttpHeaders headers) {
        String pointer = e instanceof JsonMappingException mapping ? Pointers.of(mapping) : "";
        return Problem.response(
                headers,
                400,
                "MALFORMED_JSON",
                fault(e),
                new Text(
                        "请按 errors 指出的位置更正；字段说明见 /q/openapi。",
                        "Correct the field at the pointer; /q/openapi describes all fields."),
                pointer);
    }

    /** What is wrong, without names of our classes. */
    private static Text fault(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> {
                String known = unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", "));
                yield new Text(
                        "没有名为 " + unknown.getPropertyName() + " 的字段；此处可用的字段：" + known + "。",
                        "There is no field " + unknown.getPropertyName() + "; the fields here are: " + known + ".");
            }
            case JsonMappingException _ -> new Text("字段的类型或取值不符。", "A field has a wrong type or value.");
            default -> new Text("请求体不是有效的 JSON。", "The body is no valid JSON: " + e.getOriginalMessage());
        };
    }

    /** The reason phrase; as it is, where it is none of those that a caller brings about. */
    private static String inChinese(WebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case 400 -> "请求格式有误";
            case 404 -> "没有此地址";
            case 405 -> "此地址不支持该方法";
            case 406 -> "无法以所要求的格式应答";
            case 413 -> "请求体过大";
            case 415 -> "不支持该内容类型";
            default -> reason(e);
        };
    }

    private static String reason(WebApplicationException e) {
        return e.getResponse().getStatusInfo().getReasonPhrase();
    }
}
