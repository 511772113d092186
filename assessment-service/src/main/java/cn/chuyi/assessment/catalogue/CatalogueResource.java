package cn.chuyi.assessment.catalogue;

import cn.chuyi.assessment.catalogue.CatalogueCommand.DraftCatalogue;
import cn.chuyi.assessment.catalogue.CatalogueCommand.FreezeCatalogue;
import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Answer;
import cn.chuyi.kit.http.Idempotent;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.kit.journal.Outcome;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Catalogues over HTTP. */
@Path("/api/v1/catalogues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogues")
public class CatalogueResource {
    private static final Pattern ID = Pattern.compile("([A-Z0-9][A-Z0-9-]*)-(\\d{4})-(CITY|COUNTY)");

    private final Catalogues catalogues;
    private final Announcements announcements;

    CatalogueResource(Catalogues catalogues, Announcements announcements) {
        this.catalogues = catalogues;
        this.announcements = announcements;
    }

    /** A whole catalogue as a JSON object. */
    @Schema(type = SchemaType.OBJECT, description = "a catalogue, as committed for each year")
    record Document(@JsonValue Map<String, Object> content) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Document {}
    }

    /**
     * One catalogue.
     *
     * @param status DRAFT or FROZEN, of the latest revision
     * @param sha256 digest of the latest frozen revision's canonical text; absent before the first
     */
    record View(
            String id,
            int revision,
            String status,
            @Nullable String sha256,
            Map<String, Object> content) {}

    @Operation(summary = "Lays down a draft of a catalogue")
    @APIResponseSchema(value = View.class, responseCode = "201")
    @POST
    @Allowed("edit-catalogue")
    @Idempotent
    @Transactional
    public Response draft(@NotNull Document body) {
        CatalogueId id = idOf(body.content());
        boolean noticed = announcements.noticed(id.programme(), id.year());
        var outcome = catalogues.handle(id, new DraftCatalogue(body.content(), noticed));
        return Answer.created(
                URI.create("/api/v1/catalogues/" + id), view(id, outcome), outcome.stream(), outcome.version());
    }

    @Operation(summary = "Freezes the draft: this revision never changes again")
    @APIResponseSchema(value = View.class, responseCode = "200")
    @POST
    @Path("/{id}/freeze")
    @Allowed("edit-catalogue")
    @Idempotent
    @Transactional
    public Response freeze(String id) {
        CatalogueId catalogue = parse(id);
        boolean noticed = announcements.noticed(catalogue.programme(), catalogue.year());
        var outcome = catalogues.handle(catalogue, new FreezeCatalogue(noticed));
        return Answer.ok(view(catalogue, outcome), outcome.stream(), outcome.version());
    }

    @Operation(summary = "One catalogue: the draft, or the latest frozen revision")
    @APIResponseSchema(value = View.class, responseCode = "200")
    @GET
    @Path("/{id}")
    @PublicRead
    @Transactional
    public Response get(String id) {
        CatalogueId catalogue = parse(id);
        var outcome = catalogues.load(catalogue);
        if (!outcome.exists()) {
            throw unknown(id);
        }
        return Answer.ok(view(catalogue, outcome), outcome.stream(), outcome.version());
    }

    private static View view(CatalogueId id, Outcome<Catalogue, CatalogueEvent> outcome) {
        var draft = outcome.state().draft();
        var frozen = outcome.state().frozen();
        String sha256 = frozen == null ? null : frozen.sha256();
        if (draft != null) {
            return new View(id.toString(), draft.revision(), "DRAFT", sha256, draft.content());
        }
        if (frozen == null) {
            throw unknown(id.toString());
        }
        return new View(id.toString(), frozen.revision(), "FROZEN", sha256, frozen.content());
    }

    /** The id that a body names; a body that names none is refused with the same words as any malformed one. */
    private static CatalogueId idOf(Map<String, Object> content) {
        return content.get("programme") instanceof String programme
                        && content.get("year") instanceof Integer year
                        && content.get("level") instanceof String level
                        && (level.equals("CITY") || level.equals("COUNTY"))
                ? new CatalogueId(programme, year, Level.valueOf(level))
                : new CatalogueId("-", 0, Level.COUNTY);
    }

    /** @throws ProblemException 404 when it is none */
    static CatalogueId parse(String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            throw unknown(id);
        }
        return new CatalogueId(parts.group(1), Integer.parseInt(parts.group(2)), Level.valueOf(parts.group(3)));
    }

    private static ProblemException unknown(String id) {
        return ProblemException.notFound(
                "CATALOGUE_UNKNOWN",
                new Text("没有编号为 " + id + " 的指标体系。", "There is no catalogue " + id + "."),
                new Text(
                        "编号形如 CHUYI-2022-2025-COUNTY；新建请用 POST /catalogues。",
                        "An id looks like CHUYI-2022-2025-COUNTY; POST /catalogues makes a new one."));
    }
}
