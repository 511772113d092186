package cn.chuyi.kit.http;

import cn.chuyi.kit.decision.Text;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error: RFC 9457 with a stable code and what to do next.
 *
 * @param type {@code urn:chuyi:problem:} and the code in lower case
 * @param title the code in words
 * @param status the HTTP status
 * @param code stable, in capitals, for programs
 * @param detail what is wrong, in the language of {@code Accept-Language} (Chinese by default)
 * @param remedy what to do now, in the same language
 * @param errors one entry a field at fault; empty when the request as a whole is at fault
 */
@Schema(name = "Problem", description = "RFC 9457 problem details")
public record Problem(
        String type, String title, int status, String code, String detail, String remedy, List<FieldError> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One field at fault.
     *
     * @param pointer JSON pointer (RFC 6901) into the body, or the name of a parameter
     */
    public record FieldError(String pointer, String detail) {}

    static Response response(
            HttpHeaders headers, int status, String code, Text detail, Text remedy, @Nullable String pointer) {
        String language = language(headers);
        var errors = pointer == null ? List.<FieldError>of() : List.of(new FieldError(pointer, detail.in(language)));
        return response(headers, status, code, detail, remedy, errors);
    }

    static Response response(
            HttpHeaders headers, int status, String code, Text detail, Text remedy, List<FieldError> errors) {
        String language = language(headers);
        String words = code.toLowerCase(Locale.ROOT).replace('_', '-');
        var body = new Problem(
                "urn:chuyi:problem:" + words,
                words.replace('-', ' '),
                status,
                code,
                detail.in(language),
                remedy.in(language),
                errors);
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .entity(body)
                .build();
    }

    static String language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .orElse("zh");
    }
}
