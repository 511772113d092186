package cn.chuyi.reporting.web;

import cn.chuyi.kit.http.PublicRead;
import cn.chuyi.reporting.ledger.Cycles;
import cn.chuyi.reporting.ledger.Snapshots;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the web page must know before it can ask for anything else. */
@Path("/api/v1/web-settings")
@Tag(name = "web")
public class WebResource {
    private final WebSettings settings;
    private final Snapshots snapshots;

    WebResource(WebSettings settings, Snapshots snapshots) {
        this.settings = settings;
        this.snapshots = snapshots;
    }

    /** @param authority address of the OIDC provider; its discovery document lies below */
    record LogIn(String authority, String clientId) {}

    record YearOf(String programme, int year, boolean demo) {}

    /** @param years of all programmes, oldest first */
    @Schema(name = "WebSettings")
    record Settings(LogIn oidc, List<YearOf> years) {}

    @GET
    @PublicRead
    @Operation(summary = "How the web page logs in, and which years it can show")
    public Settings settings() {
        return new Settings(new LogIn(settings.oidcAuthority(), settings.oidcClient()), years());
    }

    private List<YearOf> years() {
        return snapshots.read(sql -> new Cycles(sql)
                .all().stream()
                        .map(cycle -> new YearOf(cycle.programme(), cycle.year(), cycle.demo()))
                        .sorted(Comparator.comparingInt(YearOf::year))
                        .toList());
    }
}
