package cn.chuyi.assessment.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.assessment.Catalogues;
import cn.chuyi.assessment.catalogue.CatalogueCommand.DraftCatalogue;
import cn.chuyi.assessment.catalogue.CatalogueCommand.FreezeCatalogue;
import cn.chuyi.assessment.catalogue.CatalogueEvent.CatalogueDrafted;
import cn.chuyi.assessment.catalogue.CatalogueEvent.CatalogueFrozen;
import cn.chuyi.kit.decision.Decision.Refused;
import cn.chuyi.kit.test.Spec;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final Map<String, Object> FIRST = Catalogues.tree(Catalogues.county(2025));
    private static final Map<String, Object> SECOND =
            Catalogues.tree(Catalogues.county(2025).put("revision", 2));
    private static final CatalogueDrafted DRAFTED = new CatalogueDrafted("CHUYI-2022", 2025, Level.COUNTY, 1, FIRST);
    private static final CatalogueFrozen FROZEN =
            new CatalogueFrozen("CHUYI-2022", 2025, Level.COUNTY, 1, CanonicalText.sha256(FIRST), FIRST);

    private final Spec<Catalogue, CatalogueEvent, CatalogueCommand> spec =
            new Spec<>(Catalogue.NONE, Catalogue::evolve, Catalogue::decide);

    @Test
    void a_well_formed_catalogue_is_drafted_and_frozen_with_its_digest() {
        spec.given().when(new DraftCatalogue(FIRST, false)).then(DRAFTED);
        spec.given(DRAFTED).when(new FreezeCatalogue(false)).then(FROZEN);
    }

    @Test
    void the_same_draft_again_is_nothing_new() {
        spec.given(DRAFTED).when(new DraftCatalogue(FIRST, false)).thenNothing();
        spec.given(DRAFTED, FROZEN).when(new DraftCatalogue(FIRST, false)).thenNothing();
    }

    @Test
    void a_frozen_revision_never_changes_and_the_next_one_may_come_before_the_notice() {
        var other = Catalogues.tree(Catalogues.county(2025).put("bonusMaximum", "4"));

        spec.given(DRAFTED, FROZEN).when(new DraftCatalogue(other, false)).refused(CatalogueRule.FROZEN_IS_IMMUTABLE);
        spec.given(DRAFTED, FROZEN)
                .when(new DraftCatalogue(SECOND, false))
                .then(new CatalogueDrafted("CHUYI-2022", 2025, Level.COUNTY, 2, SECOND));
        spec.given(DRAFTED, FROZEN).when(new DraftCatalogue(SECOND, true)).refused(CatalogueRule.NOTICE_ALREADY_ISSUED);
        spec.given(DRAFTED).when(new FreezeCatalogue(true)).refused(CatalogueRule.NOTICE_ALREADY_ISSUED);
    }

    @Test
    void a_revision_out_of_order_and_a_freeze_of_nothing_are_refused() {
        spec.given().when(new DraftCatalogue(SECOND, false)).refused(CatalogueRule.REVISION_OUT_OF_ORDER);
        spec.given().when(new FreezeCatalogue(false)).refused(CatalogueRule.NOTHING_TO_FREEZE);
        spec.given(DRAFTED, FROZEN).when(new FreezeCatalogue(false)).refused(CatalogueRule.NOTHING_TO_FREEZE);
    }

    /** Each line breaks one place of a good catalogue: the place, the value put there, where the fault is seen. */
    @ParameterizedTest
    @CsvSource({
        "/indicators/0, weight, '\"5\"', /indicators",
        "/indicators/0, weight, '5', /indicators/0/weight",
        "/indicators/0, weight, '\"0\"', /indicators/0/weight",
        "/indicators/1, code, '\"K-A1\"', /indicators/1/code",
        "/indicators/0/rule, kind, '\"GUESS\"', /indicators/0/rule/kind",
        "/indicators/0/rule, kind, '\"RATIO\"', /indicators/0/rule/kind",
        "/indicators/0/rule/shares, A, '\"1.1\"', /indicators/0/rule/shares/A",
        "/indicators/0/measure, source, '\"RUMOUR\"', /indicators/0/measure/source",
        "/indicators/5/measure, name, '\"wealth\"', /indicators/5/measure/name",
        "/indicators/5/measure, attribution, '\"NEAR\"', /indicators/5/measure/attribution",
        "/indicators/0, colour, '\"red\"', /indicators/0/colour",
        "/bands/1, from, '\"95\"', /bands/1/from",
        "/bands/3, from, '\"1\"', /bands",
        "/rules/0, effect, '\"SHOUT\"', /rules/0/effect",
        "/rules/1, code, '\"V1\"', /rules/1/code",
        "'', credibilityFloor, '\"2\"', /credibilityFloor",
        "'', year, '\"2025\"', /year",
        "'', level, '\"VILLAGE\"', /level",
        "'', indicators, '[]', /indicators",
    })
    void a_fault_is_refused_with_the_place_where_it_is(String place, String field, String json, String pointer)
            throws Exception {
        ObjectNode broken = Catalogues.county(2025);
        ((ObjectNode) broken.at(place))
                .set(field, cn.chuyi.kit.event.Json.mapper().readTree(json));

        var decision = Catalogue.decide(Catalogue.NONE, new DraftCatalogue(Catalogues.tree(broken), false));

        assertThat(decision).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(((Refused<?>) refused).refusal().rule()).isEqualTo(CatalogueRule.CATALOGUE_MALFORMED);
            assertThat(((Refused<?>) refused).refusal().pointer()).isEqualTo(pointer);
        });
    }

    @Test
    void the_canonical_text_sorts_members_and_keeps_everything_else() {
        var document = Map.of("b", List.of(1, true, "é\"\\\n\u0001"), "a", Map.of());

        assertThat(CanonicalText.of(document)).isEqualTo("{\"a\":{},\"b\":[1,true,\"é\\\"\\\\\\n\\u0001\"]}");
    }

    @Test
    void the_digest_of_the_example_is_the_one_that_others_computed() throws Exception {
        var example = cn.chuyi.kit.event.Json.mapper()
                .readTree(java.nio.file.Path.of("contract/examples/chuyi.assessment.catalogue-frozen.v1/2.json")
                        .toFile());

        assertThat(CanonicalText.sha256(FIRST)).isEqualTo(example.path("sha256").asText());
    }
}
