package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.cases.CaseCommand.Attach;
import cn.chuyi.assessment.cases.CaseEvent.EvidenceAttached;
import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.Access;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Answer;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.kit.http.Version;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Evidence of a case over HTTP. An upload of the same bytes twice is one piece of evidence. */
@Path("/api/v1/cases/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class EvidenceResource {
    private final Cases cases;
    private final EvidenceStore store;
    private final EvidenceSettings settings;
    private final Access access;

    EvidenceResource(Cases cases, EvidenceStore store, EvidenceSettings settings, Access access) {
        this.cases = cases;
        this.store = store;
        this.settings = settings;
        this.access = access;
    }

    /** What was kept; {@code sha256} is how values refer to it. */
    record Kept(String sha256, String name, String mediaType, long size, long version) {}

    @Operation(summary = "Uploads a file; the answer names it by its SHA-256")
    @APIResponseSchema(value = Kept.class, responseCode = "201")
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed("attach-evidence")
    @Transactional
    public Response attach(
            String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("indicator") @Nullable String indicator) {
        CaseId key = CaseId.parse(id);
        access.require("attach-evidence", key.unit());
        FileUpload upload = checked(file);
        byte[] content = bytes(upload);
        String sha256 = EvidenceStore.sha256(content);
        String about = indicator == null || indicator.isBlank() ? null : indicator;
        var attach = new Attach(about, sha256, name(upload), type(upload), content.length);
        var outcome = cases.handle(key, Version.optional(ifMatch), attach);
        store.keep(sha256, content);
        var kept = new Kept(sha256, name(upload), type(upload), content.length, outcome.version());
        return Answer.created(
                URI.create("/api/v1/cases/" + key + "/evidence/" + sha256), kept, outcome.stream(), outcome.version());
    }

    /** The bytes, as a file to be saved and not to be shown. */
    @Operation(summary = "The bytes of a file")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @GET
    @Path("/{sha256}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Allowed("read-case")
    @Transactional
    public Response content(String id, String sha256) {
        CaseId key = CaseId.parse(id);
        access.require("read-case", key.unit());
        EvidenceAttached attached = cases.load(key).state().evidence().get(sha256);
        byte[] content = attached == null ? null : store.content(sha256);
        if (attached == null || content == null) {
            throw ProblemException.notFound(
                    "EVIDENCE_UNKNOWN",
                    new Text("该个案没有此佐证材料。", "The case has no such evidence."),
                    new Text("请查看个案的 evidence。", "See evidence of the case."));
        }
        return Response.ok(content)
                .type(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + sha256 + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.ETAG, "\"" + sha256 + "\"")
                .build();
    }

    private FileUpload checked(@Nullable FileUpload file) {
        if (file == null || file.size() == 0) {
            throw ProblemException.invalid(
                    "EVIDENCE_MISSING",
                    "/file",
                    new Text("没有收到文件。", "No file was received."),
                    new Text("请以 multipart/form-data 的 file 字段上传。", "Send it as field file of multipart/form-data."));
        }
        long most = settings.maximumSize().asLongValue();
        if (file.size() > most) {
            throw new ProblemException(
                    413,
                    "EVIDENCE_TOO_LARGE",
                    new Text("文件超过 " + most + " 字节。", "The file exceeds " + most + " bytes."),
                    new Text("请压缩或拆分后上传。", "Compress or split it."),
                    "/file");
        }
        if (!settings.mediaTypes().contains(type(file))) {
            String known = String.join(", ", settings.mediaTypes());
            throw new ProblemException(
                    415,
                    "EVIDENCE_TYPE_UNKNOWN",
                    new Text("不接受类型为 " + type(file) + " 的文件。", "Files of type " + type(file) + " are not taken."),
                    new Text("可接受：" + known + "。", "Taken are: " + known + "."),
                    "/file");
        }
        return file;
    }

    private static String type(FileUpload file) {
        return String.valueOf(file.contentType()).split(";", 2)[0].trim();
    }

    private static String name(FileUpload file) {
        String name =
                String.valueOf(file.fileName()).replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    private static byte[] bytes(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read an upload", e);
        }
    }
}
