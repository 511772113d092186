package cn.chuyi.kit.note;

import cn.chuyi.kit.http.Access;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Answer;
import cn.chuyi.kit.http.Idempotent;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.kit.http.Version;
import cn.chuyi.kit.journal.Journal;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/notes")
public class NoteResource {
    private final Journal journal;
    private final Access access;

    NoteResource(Journal journal, Access access) {
        this.journal = journal;
        this.access = access;
    }

    public record NewText(@NotBlank String text) {}

    @POST
    @Path("/{division}/{id}")
    @Allowed("write-note")
    @Transactional
    @Idempotent
    public Response write(
            @PathParam("division") String division,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NewText body) {
        return written(division, id, Version.optional(ifMatch), body.text());
    }

    @POST
    @Path("/{division}")
    @Allowed("write-note")
    @Transactional
    @Idempotent
    public Response begin(@PathParam("division") String division, @Valid @NotNull NewText body) {
        return written(division, UUID.randomUUID().toString(), null, body.text());
    }

    private Response written(String division, String id, @Nullable Long ifMatch, String text) {
        access.require("write-note", division);
        var outcome = journal.handle(Note.AGGREGATE, "note-" + id, ifMatch, note -> Note.decide(note, text));
        return Answer.created(URI.create("/api/v1/notes/" + id), outcome.state(), outcome.stream(), outcome.version());
    }

    @PUT
    @Path("/{id}")
    @Allowed("write-note")
    @Transactional
    public Response rewrite(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NewText body) {
        var outcome = journal.handle(
                Note.AGGREGATE, "note-" + id, Version.required(ifMatch), note -> Note.decide(note, body.text()));
        return Answer.ok(outcome.state(), outcome.stream(), outcome.version());
    }

    @GET
    @Path("/{id}")
    @PublicRead
    @Transactional
    public Note read(
            @PathParam("id") String id,
            @QueryParam("polite") @Nullable Boolean polite,
            @QueryParam("rude") @Nullable Boolean rude) {
        return journal.load(Note.AGGREGATE, "note-" + id).state();
    }

    @GET
    @Path("/{id}/unlisted")
    public String unlisted() {
        return "an endpoint that no table knows";
    }
}
