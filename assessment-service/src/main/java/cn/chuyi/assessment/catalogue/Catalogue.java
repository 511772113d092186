package cn.chuyi.assessment.catalogue;

import static cn.chuyi.kit.decision.Decision.accept;
import static cn.chuyi.kit.decision.Decision.refuse;

import cn.chuyi.assessment.catalogue.CatalogueCommand.DraftCatalogue;
import cn.chuyi.assessment.catalogue.CatalogueCommand.FreezeCatalogue;
import cn.chuyi.assessment.catalogue.CatalogueEvent.CatalogueDrafted;
import cn.chuyi.assessment.catalogue.CatalogueEvent.CatalogueFrozen;
import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue as its events tell it. Pure.
 *
 * @param draft what may still be changed; absent when the latest revision is frozen, or there is none
 * @param frozen the latest frozen revision
 */
record Catalogue(@Nullable CatalogueDrafted draft, @Nullable CatalogueFrozen frozen) {
    static final Catalogue NONE = new Catalogue(null, null);

    static Decision<CatalogueEvent> decide(Catalogue catalogue, CatalogueCommand command) {
        return switch (command) {
            case DraftCatalogue c -> draft(catalogue, c);
            case FreezeCatalogue c -> c.noticed() ? refuse(CatalogueRule.NOTICE_ALREADY_ISSUED) : freeze(catalogue);
        };
    }

    private static Decision<CatalogueEvent> draft(Catalogue catalogue, DraftCatalogue command) {
        CatalogueContent content;
        try {
            content = CatalogueContent.read(command.content());
        } catch (MalformedException e) {
            return refuse(Refusal.of(
                            CatalogueRule.CATALOGUE_MALFORMED,
                            e.problem().zh(),
                            e.problem().en())
                    .at(e.pointer()));
        }
        CatalogueFrozen frozen = catalogue.frozen();
        int next = frozen == null ? 1 : frozen.revision() + 1;
        if (command.noticed()) {
            return refuse(CatalogueRule.NOTICE_ALREADY_ISSUED);
        }
        if (frozen != null && content.revision() <= frozen.revision()) {
            return same(frozen, command)
                    ? accept()
                    : refuse(Refusal.of(CatalogueRule.FROZEN_IS_IMMUTABLE, "" + content.revision(), "" + next)
                            .at("/revision"));
        }
        if (content.revision() != next) {
            return refuse(Refusal.of(CatalogueRule.REVISION_OUT_OF_ORDER, "" + next, "" + content.revision())
                    .at("/revision"));
        }
        var drafted = new CatalogueDrafted(
                content.programme(), content.year(), content.level(), content.revision(), command.content());
        return drafted.equals(catalogue.draft()) ? accept() : accept(drafted);
    }

    private static boolean same(CatalogueFrozen frozen, DraftCatalogue command) {
        return CanonicalText.sha256(command.content()).equals(frozen.sha256());
    }

    private static Decision<CatalogueEvent> freeze(Catalogue catalogue) {
        CatalogueDrafted draft = catalogue.draft();
        if (draft == null) {
            return refuse(CatalogueRule.NOTHING_TO_FREEZE);
        }
        return accept(new CatalogueFrozen(
                draft.programme(),
                draft.year(),
                draft.level(),
                draft.revision(),
                CanonicalText.sha256(draft.content()),
                draft.content()));
    }

    static Catalogue evolve(Catalogue catalogue, CatalogueEvent event) {
        return switch (event) {
            case CatalogueDrafted e -> new Catalogue(e, catalogue.frozen());
            case CatalogueFrozen e -> new Catalogue(null, e);
        };
    }
}
