package cn.chuyi.assessment.catalogue;

import java.util.Map;

sealed interface CatalogueCommand {

    /**
     * Lays down a draft, in place of an earlier draft.
     *
     * @param noticed whether the cycle has already been announced under the frozen revision
     */
    record DraftCatalogue(Map<String, Object> content, boolean noticed) implements CatalogueCommand {}

    /** Makes the draft final; {@code noticed} as above. */
    record FreezeCatalogue(boolean noticed) implements CatalogueCommand {}
}
