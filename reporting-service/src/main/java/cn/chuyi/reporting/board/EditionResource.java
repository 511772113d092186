package cn.chuyi.reporting.board;

import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.reporting.ledger.Snapshots;
import cn.chuyi.reporting.ledger.Sql;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was published of a unit. An edition never changes. */
@Path("/api/v1/scores/{year}/{unit}/editions")
@Tag(name = "scores")
@RunOnVirtualThread
public class EditionResource {
    private final Snapshots snapshots;
    private final Freshness freshness;

    EditionResource(Snapshots snapshots, Freshness freshness) {
        this.snapshots = snapshots;
        this.freshness = freshness;
    }

    @GET
    @PublicRead
    @Operation(summary = "What was published, oldest first")
    public List<EditionView> all(
            @PathParam("year") int year, @PathParam("unit") String unit, @BeanParam ScoreResource.Reading reading) {
        freshness.await(reading.after, reading.wait);
        return snapshots.read(sql -> editions(sql, year, unit, reading).all());
    }

    @GET
    @Path("/{edition}")
    @PublicRead
    @Operation(summary = "One edition, as it was published")
    public EditionView one(
            @PathParam("year") int year,
            @PathParam("unit") String unit,
            @PathParam("edition") int edition,
            @BeanParam ScoreResource.Reading reading) {
        freshness.await(reading.after, reading.wait);
        return snapshots.read(sql -> editions(sql, year, unit, reading).one(edition));
    }

    @GET
    @Path("/{edition}/diff")
    @PublicRead
    @Operation(summary = "What an edition changed: items, total, grade, and the ranks it moved")
    public EditionDiff diff(
            @PathParam("year") int year,
            @PathParam("unit") String unit,
            @PathParam("edition") int edition,
            @QueryParam("against") @Nullable Integer against,
            @BeanParam ScoreResource.Reading reading) {
        freshness.await(reading.after, reading.wait);
        int before = Objects.requireNonNullElse(against, Math.max(0, edition - 1));
        return snapshots.read(sql -> editions(sql, year, unit, reading).diff(edition, before));
    }

    private static Editions editions(Sql sql, int year, String unit, ScoreResource.Reading reading) {
        var asked = Asked.of(year, reading.programme, reading.asOf);
        var cycle = new Boards(sql).require(new Asked(year, reading.programme, null));
        return new Editions(sql, cycle, new Boards(sql).unit(cycle, unit, null).unit(), asked.asOf());
    }
}
