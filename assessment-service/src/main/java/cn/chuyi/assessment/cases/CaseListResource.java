package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.assessment.procedure.State;
import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.Access;
import cn.chuyi.kit.http.Allowed;
import cn.chuyi.kit.http.Caller;
import cn.chuyi.kit.http.Page;
import cn.chuyi.kit.http.PageRequest;
import cn.chuyi.kit.http.Paging;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The cases of a cycle over HTTP: who has not submitted, who is late. */
@Path("/api/v1/cycles/{id}/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class CaseListResource {
    private final Access access;
    private final Caller caller;
    private final Clock clock;

    CaseListResource(Access access, Caller caller, Clock clock) {
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A page of the list.
     *
     * @param next cursor of the following page; absent on the last
     */
    record Lines(List<Line> items, @Nullable String next) {}

    /** One line of the list. */
    record Line(
            String id,
            String unit,
            String name,
            Level level,
            String city,
            State status,
            Text statusName,
            @Nullable LocalDate dueOn,
            boolean overdue,
            int returns) {

        static Line of(CaseRow row, LocalDate today) {
            return new Line(
                    row.id,
                    row.unit,
                    row.name,
                    row.level,
                    row.level == Level.CITY ? row.unit : row.parent,
                    row.status,
                    row.status.label(),
                    row.dueOn,
                    row.dueOn != null && today.isAfter(row.dueOn),
                    row.returns);
        }
    }

    /** By unit code. A caller sees the cases that its division reaches. */
    @Operation(summary = "The cases of a cycle that this caller reaches, by unit")
    @APIResponseSchema(value = Lines.class, responseCode = "200")
    @GET
    @Allowed("read-case")
    @Transactional
    public Response list(
            String id,
            @QueryParam("status") @Nullable State status,
            @QueryParam("level") @Nullable Level level,
            @QueryParam("overdue") @Nullable Boolean overdue,
            @QueryParam("city") @Nullable String city,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        LocalDate today = LocalDate.now(clock);
        PageRequest request = Paging.request(limit, cursor);
        var filter = new Filter(id);
        filter.and(status != null, "status = :status", "status", status);
        filter.and(level != null, "level = :level", "level", level);
        filter.and(city != null, "(unit = :city or parent = :city)", "city", city);
        filter.and(Boolean.TRUE.equals(overdue), "dueOn < :today", "today", today);
        filter.and(Boolean.FALSE.equals(overdue), "(dueOn is null or dueOn >= :today)", "today", today);
        filter.and(request.after() != null, "unit > :after", "after", request.after());
        reach(filter);
        List<CaseRow> rows = CaseRow.<CaseRow>find(filter.text(), filter.parameters())
                .range(0, request.limit())
                .list();
        Page<CaseRow> page = Paging.page(rows, request, row -> row.unit);
        var lines = page.items().stream().map(row -> Line.of(row, today)).toList();
        return Paging.answer(new Page<>(lines, page.next()), uri);
    }

    private void reach(Filter filter) {
        if (access.may("read-case", null)) {
            return;
        }
        String division = String.valueOf(caller.division());
        boolean below = caller.roles().contains("city-office");
        filter.and(true, below ? "(unit = :own or parent = :own)" : "unit = :own", "own", division);
    }

    /** Conditions that are put together; every value is a parameter. */
    private static final class Filter {
        private final StringBuilder text = new StringBuilder("cycle = :cycle");
        private final Map<String, Object> parameters = new HashMap<>();

        Filter(String cycle) {
            parameters.put("cycle", cycle);
        }

        void and(boolean wanted, String condition, String name, @Nullable Object value) {
            if (wanted && value != null) {
                text.append(" and ").append(condition);
                parameters.put(name, value);
            }
        }

        String text() {
            return text + " order by unit";
        }

        Map<String, Object> parameters() {
            return parameters;
        }
    }
}
