package cn.chuyi.reporting.simulation;

import cn.chuyi.reporting.fact.CatalogueContent.Shares;
import cn.chuyi.reporting.score.Catalogue.Band;
import cn.chuyi.reporting.score.Level;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to simulate.
 *
 * @param programme absent where only one has the year
 * @param baseline what to compare with; absent for what stands now
 * @param catalogue the rules to try; absent for the frozen ones
 * @param changes made to these rules; absent for none
 * @param stability absent asks for no draws
 */
@Schema(name = "Simulation")
record Wish(
        @NotNull Integer year,
        @NotNull Level level,
        @Nullable String programme,
        @Nullable Choice baseline,
        @Nullable Choice catalogue,
        @Nullable Changes changes,
        @Valid @Nullable Wavering stability) {

    /**
     * A frozen catalogue or a new one, not both.
     *
     * @param id {@code {programme}-{year}-{level}}
     * @param revision absent for the last one
     * @param content a whole catalogue, as it is frozen
     */
    @Schema(name = "SimulationCatalogue")
    record Choice(
            @Nullable String id,
            @Nullable Integer revision,
            @Schema(implementation = Object.class) @Nullable JsonNode content) {}

    /**
     * @param weights by indicator
     * @param targets by indicator: of RATIO its target, of LINEAR its full, of MILESTONE its planned percent
     * @param rules by indicator: the whole rule anew
     * @param bands grades and the totals from which they are given, in place of the catalogue's
     * @param excludedUnits are left out of the ranks
     */
    @Schema(name = "SimulationChanges")
    record Changes(
            @Nullable Map<String, BigDecimal> weights,
            @Nullable Map<String, BigDecimal> targets,
            @Nullable Map<String, Shares> rules,
            @Nullable List<Band> bands,
            @Nullable BigDecimal minimumApplicableWeight,
            @Nullable List<String> excludedIndicators,
            @Nullable List<String> excludedUnits) {}

    /**
     * How firm the simulated result is when every weight wavers by itself.
     *
     * @param percent each weight is drawn evenly from within this many percent of it
     * @param draws absent for 1,000
     * @param seed the same seed gives the same draws; absent for 1
     */
    @Schema(name = "SimulationStability")
    record Wavering(
            @NotNull BigDecimal percent,
            @Nullable Integer draws,
            @Nullable Long seed) {}
}
