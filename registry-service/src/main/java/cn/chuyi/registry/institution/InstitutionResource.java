package cn.chuyi.registry.institution;

import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Answer;
import cn.chuyi.kit.http.Idempotent;
import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.kit.http.Version;
import cn.chuyi.registry.BusinessDates;
import cn.chuyi.registry.SchoolKind;
import cn.chuyi.registry.division.Divisions;
import cn.chuyi.registry.institution.InstitutionCommand.ChangeInstitution;
import cn.chuyi.registry.institution.InstitutionCommand.FileConditionSheet;
import cn.chuyi.registry.institution.InstitutionCommand.Headcount;
import cn.chuyi.registry.institution.InstitutionCommand.RegisterInstitution;
import cn.chuyi.registry.institution.InstitutionEvent.Administration;
import cn.chuyi.registry.institution.InstitutionEvent.Ownership;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The register of institutions over HTTP. Wherever an identifier stands, {@code code:} and a school code may. */
@Path("/api/v1/institutions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "institutions")
public class InstitutionResource {
    private static final TimeBasedEpochRandomGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final Institutions institutions;
    private final InstitutionScope scope;
    private final ConditionStandards standards;
    private final BusinessDates dates;

    InstitutionResource(
            Institutions institutions, InstitutionScope scope, ConditionStandards standards, BusinessDates dates) {
        this.institutions = institutions;
        this.scope = scope;
        this.standards = standards;
        this.dates = dates;
    }

    record NewAdministration(
            @NotBlank @Size(max = 100) String authority,
            @Nullable @Pattern(regexp = Divisions.CODE) String division) {
        Administration administration() {
            return new Administration(authority, division);
        }
    }

    record NewInstitution(
            @Nullable @Size(max = 10) String code,
            @NotBlank @Size(max = 100) String name,
            @NotNull SchoolKind kind,
            @NotNull Ownership ownership,
            @NotNull @Pattern(regexp = Divisions.CODE) String locatedIn,
            @NotNull @Valid NewAdministration administeredBy,
            @Nullable Boolean enrols,
            @Nullable Boolean demo,
            @Nullable LocalDate effectiveOn) {}

    record Change(
            @Nullable @Size(min = 1, max = 100) String name,
            @Nullable @Pattern(regexp = Divisions.CODE) String locatedIn,
            @Nullable @Valid NewAdministration administeredBy,
            @Nullable LocalDate effectiveOn) {}

    record NewSheet(
            @NotNull Map<String, @Nullable BigDecimal> conditions,
            @Nullable Set<String> notApplicable,
            @NotNull @Min(0) @Max(1_000_000) Integer students,
            @NotNull @Min(0) @Max(1_000_000) Integer teachers,
            @NotNull @Min(0) @Max(1_000_000) Integer specialisedTeachers,
            @NotNull @Min(0) @Max(1_000_000) Integer dualQualifiedTeachers,
            @Nullable String profile,
            @Nullable LocalDate effectiveOn) {

        Headcount headcount() {
            return new Headcount(students, teachers, specialisedTeachers, dualQualifiedTeachers);
        }

        Map<String, BigDecimal> values() {
            var known = new HashMap<String, BigDecimal>();
            conditions.forEach((code, value) -> {
                if (value != null) {
                    known.put(code, value);
                }
            });
            return known;
        }
    }

    @POST
    @Transactional
    @Idempotent
    @Allowed("register-institution")
    @Operation(summary = "Register an institution")
    @APIResponseSchema(value = InstitutionPage.class, responseCode = "201")
    public Response register(@Valid @NotNull NewInstitution body) {
        var administration = body.administeredBy().administration();
        scope.require("register-institution", body.locatedIn(), administration.division());
        LocalDate on = dates.effective(body.effectiveOn());
        scope.standing(body.locatedIn(), administration, on);
        UUID id = IDS.generate();
        institutions.handle(
                id,
                null,
                new RegisterInstitution(
                        id,
                        body.code(),
                        body.name(),
                        body.kind(),
                        body.ownership(),
                        body.locatedIn(),
                        administration,
                        Objects.requireNonNullElse(body.enrols(), true),
                        Objects.requireNonNullElse(body.demo(), false),
                        on));
        InstitutionRow row = institutions.known(id.toString());
        return Answer.created(
                URI.create("/api/v1/institutions/" + id), row.page(), Institutions.stream(id), row.version);
    }

    @PATCH
    @Path("/{id}")
    @Transactional
    @Allowed("change-institution")
    @Operation(summary = "Rename, relocate or hand over an institution; what is left out stays")
    @APIResponseSchema(value = InstitutionPage.class, responseCode = "200")
    public Response change(String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Change body) {
        long version = Version.required(ifMatch);
        InstitutionRow row = institutions.known(id);
        scope.require("change-institution", row);
        if (body.locatedIn() != null && !body.locatedIn().equals(row.locatedIn)) {
            scope.require("change-institution", body.locatedIn(), null);
        }
        LocalDate on = dates.effective(body.effectiveOn());
        var to = body.administeredBy() == null ? null : body.administeredBy().administration();
        scope.standing(body.locatedIn(), to, on);
        institutions.handle(row.id, version, new ChangeInstitution(body.name(), body.locatedIn(), to, on));
        return ok(row);
    }

    @PUT
    @Path("/{id}/condition-sheets/{year}")
    @Transactional
    @Allowed("file-condition-sheet")
    @Operation(summary = "File the condition sheet of a year; it replaces the one before")
    @APIResponseSchema(value = InstitutionPage.class, responseCode = "200")
    public Response file(
            String id,
            @Min(2000) @Max(2100) int year,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull NewSheet body) {
        long version = Version.required(ifMatch);
        InstitutionRow row = institutions.known(id);
        scope.require("file-condition-sheet", row);
        institutions.handle(
                row.id,
                version,
                new FileConditionSheet(
                        year,
                        body.values(),
                        Objects.requireNonNullElse(body.notApplicable(), Set.of()),
                        body.headcount(),
                        body.profile(),
                        standards,
                        dates.effective(body.effectiveOn(), lastDayOf(year))));
        return ok(row);
    }

    @GET
    @Path("/{id}")
    @PublicRead
    @Operation(summary = "One institution with its history; condition sheets for those whose business it is")
    @APIResponseSchema(value = InstitutionPage.class, responseCode = "200")
    public Response one(String id) {
        InstitutionRow row = institutions.known(id);
        InstitutionPage page = row.page();
        boolean details = scope.may("read-details", row.locatedIn, row.administeredBy);
        return Answer.ok(details ? page : page.publicPart(), Institutions.stream(row.id), row.version);
    }

    /** A sheet describes the year to its end, or up to now while the year lasts. */
    private LocalDate lastDayOf(int year) {
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate today = dates.today();
        return end.isBefore(today) ? end : today;
    }

    private static Response ok(InstitutionRow row) {
        return Answer.ok(row.page(), Institutions.stream(row.id), row.version);
    }
}
